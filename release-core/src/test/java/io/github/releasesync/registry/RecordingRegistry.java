package io.github.releasesync.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * Takes whatever cargo publishes and remembers it. Its index has every crate in version 1.0.0, with
 * the features that the manifests of the tests turn on.
 */
final class RecordingRegistry implements AutoCloseable {

  /** What one publish sent. */
  record Publish(String json, byte[] crate) {}

  private static final String FEATURES =
      "{\"default\":[\"std\"],\"std\":[],\"derive\":[],\"rt\":[],\"macros\":[]}";

  private final HttpServer server;
  private final Map<String, Publish> published = new ConcurrentHashMap<>();

  RecordingRegistry() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/index/", this::index);
    server.createContext("/other/", this::index);
    server.createContext("/api/v1/crates/new", this::publish);
    server.start();
  }

  String index() {
    return "sparse+http://127.0.0.1:" + server.getAddress().getPort() + "/index/";
  }

  /** What was published under this name. */
  Publish published(String name) {
    return published.get(name);
  }

  private void index(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    String origin = "http://127.0.0.1:" + server.getAddress().getPort();
    if (name.equals("config.json")) {
      answer(exchange, 200, "{\"dl\":\"" + origin + "/dl\",\"api\":\"" + origin + "\"}");
    } else if (published.containsKey(name)) {
      answer(exchange, 200, line(name, "3.0.0", "{}"));
    } else if (name.startsWith("shape")) {
      answer(exchange, 404, "");
    } else {
      answer(exchange, 200, line(name, "1.0.0", FEATURES));
    }
  }

  private static String line(String name, String version, String features) {
    return "{\"name\":\""
        + name
        + "\",\"vers\":\""
        + version
        + "\",\"deps\":[],\"cksum\":\""
        + "0".repeat(64)
        + "\",\"features\":"
        + features
        + ",\"yanked\":false}\n";
  }

  private void publish(HttpExchange exchange) throws IOException {
    ByteBuffer body =
        ByteBuffer.wrap(exchange.getRequestBody().readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
    byte[] json = new byte[body.getInt()];
    body.get(json);
    byte[] crate = new byte[body.getInt()];
    body.get(crate);
    String text = new String(json, StandardCharsets.UTF_8);
    JsonValue parsed = new Json().read(text);
    published.put(parsed.get("name").string(), new Publish(text, crate));
    answer(
        exchange,
        200,
        "{\"warnings\":{\"invalid_categories\":[],\"invalid_badges\":[],\"other\":[]}}");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
