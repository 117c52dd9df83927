package io.github.releasesync.registry;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.files.Sha256;
import io.github.releasesync.http.HttpAnswer;
import io.github.releasesync.http.HttpTransport;
import io.github.releasesync.http.Secret;
import io.github.releasesync.http.SecretRedactor;
import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonException;
import io.github.releasesync.json.JsonValue;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the responses of registries for both clients. */
final class ResponseReader {

  private static final int LONGEST_SHOWN = 500;
  private static final int LONGEST_SCRUBBED = 4 * Secret.LONGEST;

  private final Optional<Secret> token;
  private final SecretRedactor scrubber;
  private final Json json = new Json();

  ResponseReader(Optional<Secret> token) {
    this.token = token;
    this.scrubber = new SecretRedactor(token.map(List::of).orElse(List.of()));
  }

  /** The token, or a refusal that names the registry. */
  Secret token(String registry) {
    return token.orElseThrow(
        () ->
            ReleaseException.of(
                Code.TOKEN_MISSING,
                Place.of(registry),
                "there is no token for this registry",
                "set the environment variable that holds it"));
  }

  /** Text of a registry for display: scrubbed, printable, one line, short. */
  String shown(String text) {
    String line = Printable.of(scrubbed(text).strip().replaceAll("\\s++", " "));
    return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "...";
  }

  /** The beginning of a text; secrets are scrubbed before the rest is cut off. */
  private String scrubbed(String text) {
    if (text.length() <= LONGEST_SCRUBBED) {
      return scrubber.scrub(text);
    }
    String start = scrubber.scrub(text.substring(0, LONGEST_SCRUBBED));
    return start.substring(0, Math.max(0, start.length() - Secret.LONGEST));
  }

  Reason reason(String what, String registry, String artifact, String understood) {
    return new Reason(what, shown(registry), shown(artifact), shown(understood));
  }

  /** The body as JSON; empty if it is not JSON. */
  Optional<JsonValue> json(HttpAnswer.Whole answer) {
    try {
      return Optional.of(json.read(answer.text()));
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  /** One line as JSON. */
  JsonValue json(String text) {
    return json.read(text);
  }

  /** A short description of an unexpected answer. */
  String described(HttpAnswer.Whole answer) {
    String status = "status " + answer.status();
    if (answer.isRedirect()) {
      return HttpTransport.redirect(answer);
    }
    if (answer.body().length == 0) {
      return status + " without text";
    }
    if (answer.looksLikeHtml()) {
      return status + " with a web page" + title(answer.text());
    }
    return status + ": " + answer.text();
  }

  private static String title(String html) {
    int start = html.indexOf("<title>");
    int end = start < 0 ? -1 : html.indexOf("</title>", start);
    return end < 0 ? "" : " (" + html.substring(start + "<title>".length(), end).strip() + ")";
  }

  /**
   * Refuses a file that differs from the plan.
   *
   * @throws ReleaseException with {@link Code#ARTIFACT_CHANGED}
   */
  static void checkUnchanged(Artifact artifact, Path file) {
    String wrong;
    try {
      boolean same =
          Files.size(file) == artifact.size() && Sha256.of(file).equals(artifact.sha256());
      wrong = same ? null : "has a different sha256 than planned";
    } catch (IOException e) {
      wrong = "cannot be read";
    }
    if (wrong != null) {
      throw ReleaseException.of(
          Code.ARTIFACT_CHANGED,
          Place.of(artifact.filename()),
          wrong,
          "do not build between planning and publishing; restore the staged file");
    }
  }
}
