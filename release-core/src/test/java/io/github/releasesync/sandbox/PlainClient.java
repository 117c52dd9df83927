package io.github.releasesync.sandbox;

import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonValue;
import io.github.releasesync.testing.Archives;
import java.io.ByteArrayOutputStream;
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
import java.util.Base64;
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

  /** The form that goes with a file, to be changed before it is sent. */
  static Map<String, String> form(String name, String version, String filetype, byte[] file) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put(":action", "file_upload");
    form.put("protocol_version", "1");
    form.put("filetype", filetype);
    form.put("pyversion", filetype.equals("sdist") ? "source" : "py3");
    form.put("metadata_version", "2.1");
    form.put("name", name);
    form.put("version", version);
    form.put("sha256_digest", Digests.sha256(file));
    form.put("requires_python", ">=3.8");
    return form;
  }

  HttpResponse<String> uploadWheel(String name, String version, String module) throws IOException {
    byte[] wheel = Archives.wheel(name, version, "py3-none-any", module);
    return upload(
        form(name, version, "bdist_wheel", wheel),
        name + "-" + version + "-py3-none-any.whl",
        wheel);
  }

  HttpResponse<String> upload(Map<String, String> form, String filename, byte[] file)
      throws IOException {
    return upload("__token__:" + sandbox.tokens().pypi(), form, filename, file);
  }

  HttpResponse<String> upload(
      String credentials, Map<String, String> form, String filename, byte[] file)
      throws IOException {
    return send(
        "POST",
        "/pypi/legacy/",
        multipart(form, filename, file),
        "Content-Type",
        "multipart/form-data; boundary=\"B\"",
        "Accept",
        "application/json",
        "Authorization",
        "Basic "
            + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
  }

  /** A multipart body with the boundary {@code B}; without a file if it has no name. */
  static byte[] multipart(Map<String, String> form, String filename, byte[] file) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    form.forEach(
        (name, value) ->
            body.writeBytes(
                ("--B\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(name, value))
                    .getBytes(StandardCharsets.UTF_8)));
    if (filename != null) {
      body.writeBytes(
          ("--B\r\nContent-Disposition: form-data; name=\"content\"; filename=\"%s\"\r\n\r\n"
                  .formatted(filename))
              .getBytes(StandardCharsets.UTF_8));
      body.writeBytes(file);
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes("--B--\r\n".getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
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
