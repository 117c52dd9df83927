package io.github.releasesync.registry;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.artifact.InspectedArtifact;
import io.github.releasesync.artifact.SdistFilename;
import io.github.releasesync.artifact.WheelFilename;
import io.github.releasesync.files.Sha256;
import io.github.releasesync.http.HttpAddress;
import io.github.releasesync.http.HttpAnswer;
import io.github.releasesync.http.HttpSettings;
import io.github.releasesync.http.HttpTransport;
import io.github.releasesync.http.RetryAfter;
import io.github.releasesync.http.Secret;
import io.github.releasesync.json.JsonException;
import io.github.releasesync.json.JsonValue;
import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Pep440Version;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A client for a registry with the API of PyPI: the legacy upload, and the simple index as JSON
 * (PEP 691).
 */
public final class PyPi {

  private static final String INDEX_JSON = "application/vnd.pypi.simple.v1+json";

  private final URI upload;
  private final URI index;
  private final HttpTransport http;
  private final ResponseReader responses;
  private final RetryAfter waits;

  /**
   * A client. Nothing is sent before a method is called.
   *
   * @param uploadUrl the upload address, such as {@code https://upload.pypi.org/legacy/}
   * @param simpleIndexUrl the simple index, such as {@code https://pypi.org/simple/}
   * @param settings the settings of the connection
   * @param clock the current time, for waits that the registry asks for
   * @param token the API token; look-ups need none
   * @throws ReleaseException with {@link Code#REGISTRY_URL_INVALID} or {@link
   *     Code#REGISTRY_URL_INSECURE}
   */
  public PyPi(
      String uploadUrl,
      String simpleIndexUrl,
      HttpSettings settings,
      Clock clock,
      Optional<Secret> token) {
    this.upload = HttpAddress.parse("pypiUploadUrl", uploadUrl);
    this.index =
        HttpAddress.parse(
            "pypiIndexUrl", simpleIndexUrl.endsWith("/") ? simpleIndexUrl : simpleIndexUrl + "/");
    this.http = new HttpTransport(settings);
    this.responses = new ResponseReader(token);
    this.waits = new RetryAfter(clock);
  }

  /**
   * Asks the index for one file.
   *
   * @param project the project, in any spelling
   * @param version its version
   * @param filename the file's name
   * @return the answer of the index
   */
  public Lookup lookUp(String project, String version, String filename) {
    try {
      return find(files(project), filename);
    } catch (NotUnderstood | JsonException e) {
      return new Lookup.Unknown(
          responses.reason("look-up", HttpAddress.shown(index), filename, e.getMessage()));
    }
  }

  /**
   * Asks the index for several files of a project, in one request.
   *
   * @param project the project, in any spelling
   * @param filenames the files' names
   * @return the answer of the index for each file
   */
  public Map<String, Lookup> lookUp(String project, Collection<String> filenames) {
    Map<String, Lookup> found = new HashMap<>();
    try {
      List<JsonValue> files = files(project);
      filenames.forEach(filename -> found.put(filename, find(files, filename)));
    } catch (NotUnderstood | JsonException e) {
      Lookup unknown =
          new Lookup.Unknown(
              responses.reason("look-up", HttpAddress.shown(index), project, e.getMessage()));
      filenames.forEach(filename -> found.put(filename, unknown));
    }
    return found;
  }

  /**
   * Asks the index for a release, whatever its files are called.
   *
   * @param project the project, in any spelling
   * @param version its version, in any spelling of PEP 440
   * @return whether it has a file, with the hash of one of them; yanked if all of them are
   */
  public Lookup release(String project, String version) {
    try {
      List<Lookup.Present> own =
          files(project).stream()
              .filter(file -> isOf(file.get("filename").string(), version))
              .map(PyPi::present)
              .toList();
      return own.isEmpty()
          ? new Lookup.Absent()
          : new Lookup.Present(own.get(0).sha256(), own.stream().allMatch(Lookup.Present::yanked));
    } catch (NotUnderstood | JsonException e) {
      return new Lookup.Unknown(
          responses.reason("look-up", HttpAddress.shown(index), project, e.getMessage()));
    }
  }

  /** Files whose names say no version, such as eggs and installers of old, count for none. */
  private static boolean isOf(String filename, String version) {
    try {
      Pep440Version stated =
          filename.endsWith(".whl")
              ? WheelFilename.parse(filename).version()
              : SdistFilename.parse(filename).version();
      return stated.equals(Pep440Version.parse(version));
    } catch (ReleaseException | InvalidVersionException e) {
      return false;
    }
  }

  /** The files that the index lists for a project; none where it does not know it. */
  private List<JsonValue> files(String project) {
    String name = ProjectName.normalize(project);
    URI page = index.resolve(URLEncoder.encode(name, StandardCharsets.UTF_8) + "/");
    HttpAnswer.Whole answer =
        whole(http.read(page, "Accept", INDEX_JSON, "Cache-Control", "no-cache"));
    if (answer.status() == 404) {
      return List.of();
    }
    JsonValue body =
        responses
            .json(answer)
            .filter(json -> answer.status() == 200)
            .orElseThrow(() -> new NotUnderstood(responses.described(answer)));
    if (!ProjectName.normalize(body.get("name").string()).equals(name)) {
      throw new NotUnderstood("the answer is about another project");
    }
    return body.get("files").list();
  }

  private static Lookup find(List<JsonValue> files, String filename) {
    Lookup found = new Lookup.Absent();
    for (JsonValue file : files) {
      if (file.get("filename").string().equals(filename)) {
        if (found instanceof Lookup.Present) {
          throw new NotUnderstood("the index lists the file twice");
        }
        found = present(file);
      }
    }
    return found;
  }

  private static Lookup.Present present(JsonValue file) {
    Sha256 sha256 =
        file.get("hashes")
            .find("sha256")
            .map(JsonValue::string)
            .flatMap(Sha256::find)
            .orElseThrow(() -> new NotUnderstood("the index states no sha256 for the file"));
    // PEP 592: a text says why it is yanked.
    boolean yanked = file.find("yanked").map(y -> y.isString() || y.bool()).orElse(false);
    return new Lookup.Present(sha256, yanked);
  }

  /**
   * Uploads a file.
   *
   * @param inspected what the file is
   * @param file a wheel or sdist
   * @return the result
   * @throws ReleaseException if there is no token, or the file has changed
   */
  public UploadResult upload(InspectedArtifact inspected, Path file) {
    Artifact artifact = inspected.artifact();
    Secret token = responses.token(HttpAddress.shown(upload));
    ResponseReader.checkUnchanged(artifact, file);
    PypiUploadForm form = PypiUploadForm.of(inspected);
    String basic =
        Base64.getEncoder()
            .encodeToString(("__token__:" + token.reveal()).getBytes(StandardCharsets.US_ASCII));
    HttpRequest request =
        http.request(upload)
            .header("Accept", "application/json")
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", form.contentType())
            .POST(form.body(file))
            .build();
    try {
      return sent(whole(http.upload(request, artifact.size())));
    } catch (NotUnderstood | JsonException e) {
      return new UploadResult.Unknown(
          responses.reason(
              "upload", HttpAddress.shown(upload), artifact.filename(), e.getMessage()));
    }
  }

  private UploadResult sent(HttpAnswer.Whole answer) {
    if (answer.status() == 200 || answer.status() == 201 || answer.status() == 204) {
      // A page of some gateway; PyPI answers with nothing, or with warnings as plain text.
      if (answer.looksLikeHtml()) {
        throw new NotUnderstood(responses.described(answer));
      }
      return new UploadResult.Accepted();
    }
    if (answer.isUncertain() || answer.status() / 100 == 1 || answer.isSuccess()) {
      throw new NotUnderstood(responses.described(answer));
    }
    String text = errorText(answer);
    String said = responses.shown(text);
    if (answer.isRedirect()) {
      return new UploadResult.Rejected(said, answer.status());
    }
    if (answer.status() == 401 || answer.status() == 403) {
      return new UploadResult.Unauthorized(said);
    }
    if (RetryAfter.isAsked(answer, text)) {
      return new UploadResult.Deferred(waits.until(answer, text), said);
    }
    boolean exists =
        answer.status() == 409
            || answer.status() == 400 && text.toLowerCase(Locale.ROOT).contains("already exists");
    return exists
        ? new UploadResult.AlreadyThere(said)
        : new UploadResult.Rejected(said, answer.status());
  }

  /** PyPI states the error in {@code code}, as "400 text"; others in the body alone. */
  private String errorText(HttpAnswer.Whole answer) {
    Optional<JsonValue> body = responses.json(answer).filter(JsonValue::isObject);
    for (String key : new String[] {"code", "message", "title"}) {
      Optional<String> text =
          body.flatMap(json -> json.find(key))
              .filter(JsonValue::isString)
              .map(JsonValue::string)
              .filter(value -> !value.isBlank());
      if (text.isPresent()) {
        return text.get();
      }
    }
    return answer.looksLikeHtml() ? withoutTags(answer.text()) : responses.described(answer);
  }

  private static String withoutTags(String html) {
    StringBuilder text = new StringBuilder();
    boolean inTag = false;
    for (int i = 0; i < html.length(); i++) {
      char c = html.charAt(i);
      inTag = c == '<' || inTag && c != '>';
      text.append(inTag || c == '>' ? ' ' : c);
    }
    return text.toString();
  }

  private static HttpAnswer.Whole whole(HttpAnswer answer) {
    if (answer instanceof HttpAnswer.Whole whole) {
      return whole;
    }
    throw new NotUnderstood(((HttpAnswer.None) answer).why());
  }
}
