package io.github.releasesync.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A request, taken apart. */
final class SandboxCall {

  private final HttpExchange exchange;
  private final MeteredStream body;
  private final List<String> segments;
  private String metadata;

  /**
   * Takes a request apart.
   *
   * @throws Refusal with 400 if its path is not percent-encoded text
   */
  SandboxCall(HttpExchange exchange, MeteredStream body) {
    this.exchange = exchange;
    this.body = body;
    this.segments =
        Arrays.stream(path().substring(1).split("/", -1)).map(SandboxCall::decoded).toList();
  }

  String method() {
    return exchange.getRequestMethod();
  }

  /** The path as it was sent. */
  String path() {
    String path = exchange.getRequestURI().getRawPath();
    return path == null || !path.startsWith("/") ? "/" : path;
  }

  /** The parts of the path between its slashes, decoded; the last is empty after a slash. */
  List<String> segments() {
    return segments;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  /** The values of a query parameter. */
  List<String> query(String name) {
    String query = exchange.getRequestURI().getRawQuery();
    List<String> values = new ArrayList<>();
    for (String pair : (query == null ? "" : query).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0 && decoded(pair.substring(0, equals)).equals(name)) {
        values.add(decoded(pair.substring(equals + 1)));
      }
    }
    return values;
  }

  /** The body, metered while it is read. */
  MeteredStream body() {
    return body;
  }

  /** The rest of a small body. */
  String text(int limit) throws IOException {
    byte[] bytes = body.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw new Refusal(413, "max upload size is: " + limit);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  boolean accepts(String type) {
    return header("Accept").map(a -> a.contains(type)).orElse(false);
  }

  boolean isRead() {
    return method().equals("GET") || method().equals("HEAD");
  }

  /** Keeps the JSON of a crate's publish for the record of requests. */
  void describe(String publishMetadata) {
    metadata = publishMetadata;
  }

  Optional<String> metadata() {
    return Optional.ofNullable(metadata);
  }

  /** Decodes percent-encoding; a plus is literal. */
  static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "the address is not percent-encoded");
    }
  }
}
