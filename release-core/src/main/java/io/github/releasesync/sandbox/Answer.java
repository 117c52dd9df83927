package io.github.releasesync.sandbox;

import io.github.releasesync.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What goes back to a client.
 *
 * @param status the HTTP status
 * @param headers the headers that are particular to this answer
 * @param body the body; empty where {@code file} is the body
 * @param file the body, where it is a stored file
 */
record Answer(int status, Map<String, String> headers, byte[] body, Optional<Path> file) {

  private static final String CONTENT_TYPE = "Content-Type";

  static Answer json(int status, Object value) {
    return of(status, "application/json", new Json().line(value));
  }

  static Answer of(int status, String type, String text) {
    return of(status, type, text.getBytes(StandardCharsets.UTF_8));
  }

  static Answer of(int status, String type, byte[] body) {
    return new Answer(status, Map.of(CONTENT_TYPE, type), body, Optional.empty());
  }

  static Answer empty(int status) {
    return new Answer(status, Map.of(), new byte[0], Optional.empty());
  }

  static Answer file(String type, Path file) {
    return new Answer(200, Map.of(CONTENT_TYPE, type), new byte[0], Optional.of(file));
  }

  static Answer redirect(int status, String location) {
    return empty(status).with("Location", location);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body, file);
  }

  Answer withStatus(int other) {
    return new Answer(other, headers, body, file);
  }

  Answer withBody(byte[] other) {
    return new Answer(status, headers, other, Optional.empty());
  }

  boolean isJson() {
    return headers.getOrDefault(CONTENT_TYPE, "").contains("json");
  }
}
