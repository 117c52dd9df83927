package io.github.releasesync.sandbox;

import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonValue;
import io.github.releasesync.testing.Archives;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks a sandbox as any program could: with java.net.http and nothing of ours. */
final class PlainClient {

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final Sandbox sandbox;

  PlainClient(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  HttpResponse<String> get(String path, String... headers) throws IOException {
    return send(request(path, headers).GET());
  }

  HttpResponse<byte[]> bytes(String path) throws IOException {
    try {
      return client.send(request(path).GET().build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  JsonValue json(String path, String... headers) throws IOException {
    return new Json().read(get(path, headers).body());
  }

  HttpResponse<String> send(String method, String path, byte[] body, String... headers)
      throws IOException {
    return send(request(path, headers).method(method, BodyPublishers.ofByteArray(body)));
  }

  HttpResponse<String> withToken(String method, String path, String body) throws IOException {
    return send(
        method,
        path,
        body.getBytes(StandardCharsets.UTF_8),
        "Authorization",
        sandbox.tokens().crates());
  }

  HttpResponse<String> publish(String name, String version) throws IOException {
    return publish(metadata(name, version), Archives.crate(name, version));
  }

  HttpResponse<String> publish(Map<String, Object> metadata, byte[] crate) throws IOException {
    return publish(sandbox.tokens().crates(), metadata, crate);
  }

  HttpResponse<String> publish(String token, Map<String, Object> metadata, byte[] crate)
      throws IOException {
    byte[] json = new Json().line(metadata).getBytes(StandardCharsets.UTF_8);
    return send("PUT", "/crates/api/v1/crates/new", frame(json, crate), "Authorization", token);
  }

  static byte[] frame(byte[] json, byte[] crate) {
    return ByteBuffer.allocate(8 + json.length + crate.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(json.length)
        .put(json)
        .putInt(crate.length)
        .put(crate)
        .array();
  }

  static Map<String, Object> metadata(String name, String version) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name);
    metadata.put("vers", version);
    metadata.put("deps", List.of());
    metadata.put("features", Map.of());
    metadata.put("description", "A test");
    metadata.put("license", "MIT");
    return metadata;
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sandbox.port() + path))
            .timeout(Duration.ofSeconds(60))
            .header("User-Agent", "plain-client");
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
