package io.github.releasesync.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The HTTP server: passes requests on, applies faults, and records the requests. */
final class SandboxServer implements AutoCloseable {

  private static final int THREADS = 32;
  private static final int BACKLOG = 128;
  private static final int MAX_RECORDED = 100_000;
  private static final long MAX_BODY = 256L << 20;
  private static final long HUGE = 256L << 20;
  private static final int PIECES = 20;
  private static final Set<String> SECRET =
      Set.of("authorization", "proxy-authorization", "cookie");

  /** The result of a request: an answer, or a cut. */
  private record Outcome(Optional<SandboxAnswer> answer, Optional<String> metadata) {}

  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final SandboxOptions options;
  private final ActiveFaults faults;
  private final CratesRegistry crates;
  private final PypiRegistry pypi;
  private final Deque<RecordedRequest> requests = new ArrayDeque<>();

  private SandboxServer(
      HttpServer server, SandboxOptions options, Tokens tokens, SandboxState disk) {
    this.server = server;
    this.options = options;
    this.faults = new ActiveFaults(options.faults(), options.clock());
    String root = "http://127.0.0.1:" + port();
    this.crates = new CratesRegistry(root + "/crates", options, tokens, disk, faults);
    this.pypi = new PypiRegistry(root + "/pypi", options, tokens, disk, faults);
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            SandboxServer::thread);
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Listens.
   *
   * @throws IOException if the address cannot be had
   */
  static SandboxServer open(
      InetSocketAddress address, SandboxOptions options, Tokens tokens, SandboxState disk)
      throws IOException {
    // The JDK's server writes head and body apart; with Nagle's algorithm each answer takes 40 ms.
    // It has no other switch, and reads this one when its first server is made.
    System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
    HttpServer server = HttpServer.create(address, BACKLOG);
    SandboxServer front = null;
    try {
      front = new SandboxServer(server, options, tokens, disk);
    } finally {
      if (front == null) {
        server.stop(0);
      }
    }
    server.createContext("/", front::handle);
    server.setExecutor(front.threads);
    server.start();
    return front;
  }

  int port() {
    return server.getAddress().getPort();
  }

  PypiRegistry pypi() {
    return pypi;
  }

  List<RecordedRequest> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
    try {
      threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    MeteredStream body = new MeteredStream(exchange.getRequestBody());
    try (exchange) {
      Outcome outcome = outcome(exchange, body);
      boolean whole = body.drain(MAX_BODY);
      record(exchange, body, outcome);
      // Once the body is read: a client that cannot send on would lose packets, and time with them.
      pause(options.latency().toNanos());
      // Where nothing is sent, closing the exchange cuts the connection.
      if (whole && outcome.answer().isPresent()) {
        send(exchange, outcome.answer().get());
      }
    }
  }

  private Outcome outcome(HttpExchange exchange, MeteredStream body) throws IOException {
    SandboxCall call;
    try {
      call = new SandboxCall(exchange, body);
    } catch (Refusal e) {
      return new Outcome(
          Optional.of(SandboxAnswer.of(e.status(), "text/plain", e.getMessage())),
          Optional.empty());
    }
    Optional<SandboxAnswer> answer;
    try {
      answer = Optional.of(faults.distorted(answer(call)));
    } catch (Interruption e) {
      answer = e.answer();
    }
    return new Outcome(answer, call.metadata());
  }

  private SandboxAnswer answer(SandboxCall call) throws IOException {
    List<String> path = call.segments();
    List<String> below = path.subList(1, path.size());
    switch (path.get(0)) {
      case "crates":
        if (!below.isEmpty()) {
          faults.beforeAnything(Side.CRATES, call, port());
          return crates.answer(call, below);
        }
        break;
      case "pypi":
        if (!below.isEmpty()) {
          faults.beforeAnything(Side.PYPI, call, port());
          return pypi.answer(call, below);
        }
        break;
      case ActiveFaults.ELSEWHERE:
        return SandboxAnswer.of(200, "text/plain", "unexpected request");
      default:
        break;
    }
    return SandboxAnswer.of(404, "text/plain", "not found");
  }

  private void record(HttpExchange exchange, MeteredStream body, Outcome outcome) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              headers.put(lower, SECRET.contains(lower) ? "REDACTED" : String.join(", ", values));
            });
    RecordedRequest request =
        new RecordedRequest(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            headers,
            body.size(),
            body.sha256(),
            outcome.answer().map(SandboxAnswer::status).orElse(0),
            outcome.metadata());
    synchronized (requests) {
      requests.addLast(request);
      if (requests.size() > MAX_RECORDED) {
        requests.removeFirst();
      }
    }
  }

  private void send(HttpExchange exchange, SandboxAnswer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    boolean huge = faults.has(FaultKind.HUGE_ANSWER) && answer.status() != 304;
    long length =
        answer.file().isPresent() ? Files.size(answer.file().get()) : answer.body().length;
    boolean silent = exchange.getRequestMethod().equals("HEAD") || length == 0 && !huge;
    if (faults.has(FaultKind.SLOW) && silent) {
      pause(options.slowness().toNanos());
    }
    exchange.sendResponseHeaders(answer.status(), silent ? -1 : huge ? 0 : length);
    if (silent) {
      return;
    }
    try (OutputStream out = exchange.getResponseBody()) {
      if (answer.file().isPresent()) {
        Files.copy(answer.file().get(), out);
      } else {
        write(answer.body(), out);
      }
      if (huge) {
        writeBlanks(out);
      }
    }
  }

  private void write(byte[] body, OutputStream out) throws IOException {
    if (!faults.has(FaultKind.SLOW)) {
      out.write(body);
      return;
    }
    int piece = body.length / PIECES + 1;
    for (int at = 0; at < body.length; at += piece) {
      pause(options.slowness().toNanos() / PIECES);
      out.write(body, at, Math.min(piece, body.length - at));
      out.flush();
    }
  }

  private static void writeBlanks(OutputStream out) throws IOException {
    byte[] blanks = new byte[1 << 16];
    Arrays.fill(blanks, (byte) ' ');
    for (long written = 0; written < HUGE; written += blanks.length) {
      out.write(blanks);
    }
  }

  /** Waits, or until the sandbox is closed. */
  private void pause(long nanos) throws IOException {
    try {
      if (nanos > 0 && closing.await(nanos, TimeUnit.NANOSECONDS)) {
        throw new IOException("the sandbox is being closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the sandbox is being closed", e);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "release-sync-sandbox");
    thread.setDaemon(true);
    return thread;
  }
}
