package io.github.releasesync.bench;

import io.github.releasesync.artifact.Artifact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What no uploader can beat by much: sixteen connections that are kept alive, and nothing but the
 * requests, whose bodies are in memory before the clock runs. It looks at no file, hashes nothing,
 * keeps no journal, and asks the index nothing.
 */
final class PlainUploads {

  private static final String BOUNDARY = "plain-uploads-0123456789abcdef";

  private final List<byte[]> bodies = new ArrayList<>();

  PlainUploads(Path folder, List<Artifact> wheels) {
    for (Artifact wheel : wheels) {
      bodies.add(body(wheel, folder.resolve(wheel.filename())));
    }
  }

  /** Posts every body; fails unless each is accepted. */
  void send(URI to, String token, int ways) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    String basic =
        Base64.getEncoder()
            .encodeToString(("__token__:" + token).getBytes(StandardCharsets.US_ASCII));
    ExecutorService pool = Executors.newFixedThreadPool(ways);
    try {
      List<Future<Integer>> running = new ArrayList<>();
      for (byte[] body : bodies) {
        HttpRequest request =
            HttpRequest.newBuilder(to)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        running.add(
            pool.submit(
                () -> client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()));
      }
      for (Future<Integer> one : running) {
        if (one.get() != 200) {
          throw new AssertionError("the sandbox answers " + one.get() + " to the plain client");
        }
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static byte[] body(Artifact wheel, Path file) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    field(body, ":action", "file_upload");
    field(body, "protocol_version", "1");
    field(body, "filetype", "bdist_wheel");
    field(body, "pyversion", "cp39");
    field(body, "sha256_digest", wheel.sha256().hex());
    field(body, "metadata_version", "2.1");
    field(body, "name", wheel.packageName());
    field(body, "version", wheel.version());
    field(body, "summary", "Generated benchmark distribution");
    field(body, "requires_python", ">=3.9");
    text(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"content\"; ");
    text(body, "filename=\"" + wheel.filename() + "\"\r\n");
    text(body, "Content-Type: application/octet-stream\r\n\r\n");
    try {
      body.writeBytes(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    text(body, "\r\n--" + BOUNDARY + "--\r\n");
    return body.toByteArray();
  }

  private static void field(ByteArrayOutputStream body, String name, String value) {
    text(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n");
    text(body, "\r\n" + value + "\r\n");
  }

  private static void text(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
