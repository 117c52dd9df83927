package io.github.releasesync.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Answers as it is told, well or badly, and remembers what it was asked. */
final class ScriptedServer implements AutoCloseable {

  /** How an answer ends. */
  enum Ending {
    WHOLE,
    CUT_BEFORE_THE_ANSWER,
    CUT_IN_THE_BODY,
    NEVER
  }

  /** One answer. */
  record Script(int status, Map<String, String> headers, String body, Ending ending) {
    static Script of(int status, String body, String... headers) {
      Map<String, String> all = new java.util.TreeMap<>();
      for (int i = 0; i < headers.length; i += 2) {
        all.put(headers[i], headers[i + 1]);
      }
      return new Script(status, all, body, Ending.WHOLE);
    }

    static Script ending(Ending ending) {
      return new Script(200, Map.of(), "{\"crate\":{}}", ending);
    }
  }

  /** One request. */
  record Request(String method, String path, Map<String, String> headers, byte[] body, int port) {
    String text() {
      return new String(body, StandardCharsets.ISO_8859_1);
    }
  }

  private final HttpServer server;
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);

  ScriptedServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
    on(
        "/index/config.json",
        Script.of(200, "{\"dl\":\"" + origin() + "/dl\",\"api\":\"" + origin() + "\"}"));
  }

  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What to answer for a path from now on. */
  ScriptedServer on(String path, Script script) {
    scripts.put(path, script);
    return this;
  }

  /** What was asked for a path. */
  List<Request> requests(String path) {
    return requests.stream().filter(request -> request.path().equals(path)).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    Map<String, String> headers = new java.util.TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    byte[] body = exchange.getRequestBody().readAllBytes();
    requests.add(
        new Request(
            exchange.getRequestMethod(),
            path,
            headers,
            body,
            exchange.getRemoteAddress().getPort()));
    Script script = scripts.getOrDefault(path, Script.of(404, "nothing there"));
    byte[] bytes = script.body().getBytes(StandardCharsets.UTF_8);
    switch (script.ending()) {
      case WHOLE -> {
        script.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(script.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
          exchange.getResponseBody().write(bytes);
        }
      }
      case CUT_BEFORE_THE_ANSWER -> {}
      case CUT_IN_THE_BODY -> {
        exchange.sendResponseHeaders(script.status(), bytes.length + 100);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
      }
      case NEVER -> {
        exchange.sendResponseHeaders(script.status(), bytes.length + 100);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
        await();
      }
    }
    exchange.close();
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
