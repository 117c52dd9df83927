package io.github.releasesync.sandbox;

import io.github.releasesync.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a client.
 *
 * @param status the HTTP status
 * @param headers the headers that are particular to this answer
 * @param body the body; empty where {@code file} is the body
 * @param file the body, where it is a stored file
 */
record SandboxAnswer(int status, Map<String, String> headers, byte[] body, Optional<Path> file) {

  private static final String CONTENT_TYPE = "Content-Type";

  static SandboxAnswer json(int status, Object value) {
    return of(status, "application/json", new Json().line(value));
  }

  static SandboxAnswer of(int status, String type, String text) {
    return of(status, type, text.getBytes(StandardCharsets.UTF_8));
  }

  static SandboxAnswer of(int status, String type, byte[] body) {
    return new SandboxAnswer(status, Map.of(CONTENT_TYPE, type), body, Optional.empty());
  }

  static SandboxAnswer empty(int status) {
    return new SandboxAnswer(status, Map.of(), new byte[0], Optional.empty());
  }

  static SandboxAnswer file(String type, Path file) {
    return new SandboxAnswer(200, Map.of(CONTENT_TYPE, type), new byte[0], Optional.of(file));
  }

  static SandboxAnswer redirect(int status, String location) {
    return empty(status).with("Location", location);
  }

  SandboxAnswer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new SandboxAnswer(status, more, body, file);
  }

  SandboxAnswer withStatus(int other) {
    return new SandboxAnswer(other, headers, body, file);
  }

  SandboxAnswer withBody(byte[] other) {
    return new SandboxAnswer(status, headers, other, Optional.empty());
  }

  boolean isJson() {
    return headers.getOrDefault(CONTENT_TYPE, "").contains("json");
  }
}
