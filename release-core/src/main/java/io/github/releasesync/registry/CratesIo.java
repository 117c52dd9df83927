package io.github.releasesync.registry;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.artifact.InspectedArtifact;
import io.github.releasesync.artifact.UploadMetadata;
import io.github.releasesync.files.Sha256;
import io.github.releasesync.http.HttpAddress;
import io.github.releasesync.http.HttpAnswer;
import io.github.releasesync.http.HttpSettings;
import io.github.releasesync.http.HttpTransport;
import io.github.releasesync.http.RetryAfter;
import io.github.releasesync.http.Secret;
import io.github.releasesync.json.JsonException;
import io.github.releasesync.json.JsonValue;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A client for a registry with the API of crates.io. See the Cargo book, "Registry Web API" and
 * "Registry Index". The body of an answer decides before its status: crates.io may send errors with
 * status 200.
 */
public final class CratesIo {

  private static final String SPARSE = "sparse+";
  private static final String[] FRESH = {"Cache-Control", "no-cache"};

  private final String cargoIndex;
  private final URI index;
  private final HttpTransport http;
  private final ResponseReader responses;
  private final CratesIoErrors errors;
  private final AtomicReference<URI> api = new AtomicReference<>();

  /**
   * A client. Nothing is sent before a method is called.
   *
   * @param indexUrl the index in cargo's notation, such as {@code sparse+https://index.crates.io/}
   * @param settings the settings of the connection
   * @param clock the current time, for waits that the registry asks for
   * @param token the API token; look-ups need none
   * @throws ReleaseException with {@link Code#REGISTRY_URL_INVALID} or {@link
   *     Code#REGISTRY_URL_INSECURE}
   */
  public CratesIo(String indexUrl, HttpSettings settings, Clock clock, Optional<Secret> token) {
    String url = indexUrl.startsWith(SPARSE) ? indexUrl.substring(SPARSE.length()) : indexUrl;
    String folder = url.endsWith("/") ? url : url + "/";
    this.cargoIndex = SPARSE + folder;
    this.index = HttpAddress.parse("cratesIndex", folder);
    this.http = new HttpTransport(settings);
    this.responses = new ResponseReader(token);
    this.errors = new CratesIoErrors(responses, new RetryAfter(clock));
  }

  /**
   * Asks the registry's API for one version.
   *
   * @param name the crate
   * @param version its version
   * @return the answer of the API
   */
  public Lookup lookUp(String name, String version) {
    return look(
        "look-up",
        name + " " + version,
        () -> {
          HttpAnswer.Whole answer =
              whole(
                  http.read(
                      version(name, version, ""),
                      "Accept",
                      "application/json",
                      FRESH[0],
                      FRESH[1]));
          JsonValue body =
              responses
                  .json(answer)
                  .orElseThrow(() -> new NotUnderstood(responses.described(answer)));
          if (CratesIoErrors.errors(body).isPresent()) {
            return absent(answer, CratesIoErrors.errors(body).get());
          }
          if (!answer.isSuccess()) {
            throw new NotUnderstood(responses.described(answer));
          }
          return present(body.get("version"), version, "num", "checksum");
        });
  }

  private static Lookup absent(HttpAnswer.Whole answer, String said) {
    boolean missing =
        answer.status() == 404
            || answer.isSuccess()
                && (said.contains("does not exist") || said.contains("does not have a version"));
    if (!missing) {
      throw new NotUnderstood("status " + answer.status() + ": " + said);
    }
    return new Lookup.Absent();
  }

  /**
   * Asks the index, from which cargo resolves dependencies. It may lag behind the API or contradict
   * it.
   *
   * @param name the crate
   * @param version its version
   * @return the answer of the index
   */
  public Lookup resolve(String name, String version) {
    return look(
        "resolution",
        name + " " + version,
        () -> {
          HttpAnswer.Whole answer = whole(http.read(index.resolve(indexPath(name)), FRESH));
          // The three statuses that the Cargo book names for an absent crate.
          if (answer.status() == 404 || answer.status() == 410 || answer.status() == 451) {
            return new Lookup.Absent();
          }
          if (answer.status() != 200) {
            throw new NotUnderstood(responses.described(answer));
          }
          return inIndex(answer, name, version);
        });
  }

  /** Build metadata does not distinguish versions: a registry has only one of them. */
  private Lookup inIndex(HttpAnswer.Whole answer, String name, String version) {
    Lookup found = new Lookup.Absent();
    for (String line : answer.text().split("\n")) {
      if (line.isBlank()) {
        continue;
      }
      JsonValue entry = line(answer, line);
      if (!entry.get("name").string().equalsIgnoreCase(name)) {
        throw new NotUnderstood("the index line is of another crate");
      }
      if (withoutBuild(entry.get("vers").string()).equals(withoutBuild(version))) {
        Lookup present = present(entry, entry.get("vers").string(), "vers", "cksum");
        if (found instanceof Lookup.Present && !found.equals(present)) {
          throw new NotUnderstood("the index has two different lines for this version");
        }
        found = present;
      }
    }
    return found;
  }

  private JsonValue line(HttpAnswer.Whole answer, String line) {
    try {
      return responses.json(line);
    } catch (JsonException e) {
      throw new NotUnderstood(
          answer.looksLikeHtml()
              ? responses.described(answer)
              : "a line of the index is " + e.getMessage());
    }
  }

  private static Lookup present(
      JsonValue entry, String version, String versionKey, String checksumKey) {
    String found = entry.get(versionKey).string();
    if (!found.equals(version)) {
      throw new NotUnderstood("the answer is about version " + found);
    }
    Sha256 sha256 =
        Sha256.find(entry.get(checksumKey).string())
            .orElseThrow(() -> new NotUnderstood("`" + checksumKey + "` is not a sha256"));
    return new Lookup.Present(sha256, entry.get("yanked").bool());
  }

  /**
   * Publishes the bytes of a file.
   *
   * @param inspected the artifact
   * @param file a {@code .crate}
   * @return the result
   * @throws ReleaseException if there is no token, or the file has changed
   */
  public UploadResult publish(InspectedArtifact inspected, Path file) {
    Artifact artifact = inspected.artifact();
    if (!(inspected.upload() instanceof UploadMetadata.OfCrate crate)) {
      throw new IllegalArgumentException("not a crate: " + artifact.filename());
    }
    Secret token = responses.token(HttpAddress.shown(index));
    ResponseReader.checkUnchanged(artifact, file);
    byte[] metadata = CratePublishMetadata.json(crate, cargoIndex).getBytes(StandardCharsets.UTF_8);
    String what = artifact.packageName() + " " + artifact.version();
    return send(
        "publish",
        what,
        () -> {
          HttpRequest request =
              authorized(api().resolve("api/v1/crates/new"), token)
                  .header("Content-Type", "application/octet-stream")
                  .PUT(body(metadata, artifact.size(), file))
                  .build();
          return errors.sent(whole(http.upload(request, artifact.size())));
        });
  }

  /** Length and JSON, then length and crate; the lengths are 32 bits, little-endian. */
  private static BodyPublisher body(byte[] metadata, long size, Path file) {
    ByteBuffer prefix = ByteBuffer.allocate(metadata.length + 8).order(ByteOrder.LITTLE_ENDIAN);
    prefix.putInt(metadata.length).put(metadata).putInt(Math.toIntExact(size));
    try {
      return BodyPublishers.concat(
          BodyPublishers.ofByteArray(prefix.array()), BodyPublishers.ofFile(file));
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Yanks a version. Yanking it twice is no error.
   *
   * @param name the crate
   * @param version its version
   * @return the result
   * @throws ReleaseException if there is no token
   */
  public UploadResult yank(String name, String version) {
    return change("yank", name, version, request -> request.DELETE());
  }

  /**
   * Makes a yanked version available again.
   *
   * @param name the crate
   * @param version its version
   * @return the result
   * @throws ReleaseException if there is no token
   */
  public UploadResult unyank(String name, String version) {
    return change("unyank", name, version, request -> request.PUT(BodyPublishers.noBody()));
  }

  private UploadResult change(
      String what, String name, String version, UnaryOperator<HttpRequest.Builder> method) {
    Secret token = responses.token(HttpAddress.shown(index));
    return send(
        what,
        name + " " + version,
        () -> {
          HttpRequest.Builder request = authorized(version(name, version, "/" + what), token);
          return errors.sent(whole(http.send(method.apply(request).build())));
        });
  }

  private HttpRequest.Builder authorized(URI uri, Secret token) {
    return http.request(uri)
        .header("Accept", "application/json")
        .header("Authorization", token.reveal());
  }

  private Lookup look(String what, String artifact, Supplier<Lookup> look) {
    try {
      return look.get();
    } catch (NotUnderstood | JsonException e) {
      return new Lookup.Unknown(reason(what, artifact, e));
    }
  }

  private UploadResult send(String what, String artifact, Supplier<UploadResult> send) {
    try {
      return send.get();
    } catch (NotUnderstood | JsonException e) {
      return new UploadResult.Unknown(reason(what, artifact, e));
    }
  }

  private Reason reason(String what, String artifact, RuntimeException e) {
    return responses.reason(what, HttpAddress.shown(index), artifact, e.getMessage());
  }

  private static HttpAnswer.Whole whole(HttpAnswer answer) {
    if (answer instanceof HttpAnswer.Whole whole) {
      return whole;
    }
    throw new NotUnderstood(((HttpAnswer.None) answer).why());
  }

  private URI version(String name, String version, String more) {
    return api().resolve("api/v1/crates/" + encoded(name) + "/" + encoded(version) + more);
  }

  /** The address of the web API, from {@code config.json}; read once. */
  private URI api() {
    URI known = api.get();
    if (known == null) {
      HttpAnswer.Whole answer = whole(http.read(index.resolve("config.json"), FRESH));
      JsonValue config =
          responses
              .json(answer)
              .filter(body -> answer.status() == 200)
              .orElseThrow(() -> new NotUnderstood("config.json: " + responses.described(answer)));
      known = usable(config.get("api").string());
      api.set(known);
    }
    return known;
  }

  private static URI usable(String api) {
    try {
      URI uri = new URI(api.endsWith("/") ? api : api + "/");
      if (HttpAddress.isUsable(uri)) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // The same answer as for an address that may not be used.
    }
    throw new NotUnderstood("config.json: `api` is not a safe address for a token");
  }

  private static String indexPath(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String path =
        switch (lower.length()) {
          case 1 -> "1/";
          case 2 -> "2/";
          case 3 -> "3/" + encoded(lower.substring(0, 1)) + "/";
          default -> encoded(lower.substring(0, 2)) + "/" + encoded(lower.substring(2, 4)) + "/";
        };
    return path + encoded(lower);
  }

  private static String withoutBuild(String version) {
    int plus = version.indexOf('+');
    return plus < 0 ? version : version.substring(0, plus);
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8);
  }
}
