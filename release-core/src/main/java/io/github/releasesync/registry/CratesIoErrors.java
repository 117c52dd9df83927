package io.github.releasesync.registry;

import io.github.releasesync.http.HttpAnswer;
import io.github.releasesync.http.RetryAfter;
import io.github.releasesync.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The meaning of the answers to publish, yank and unyank. The texts are those of crates.io and of
 * compatible registries; a text decides only where the status does not.
 */
final class CratesIoErrors {

  private static final List<String> ALREADY = List.of("already uploaded", "already exists");

  private static final List<String> NOT_ALLOWED =
      List.of(
          "authentication failed",
          "must be logged in",
          "already be an owner",
          "does not have the required permissions",
          "not authorized",
          "unauthorized",
          "forbidden");

  private final ResponseReader responses;
  private final RetryAfter waits;

  CratesIoErrors(ResponseReader responses, RetryAfter waits) {
    this.responses = responses;
    this.waits = waits;
  }

  /** The errors in a body; empty if it has none. */
  static Optional<String> errors(JsonValue body) {
    if (!body.isObject()) {
      return Optional.empty();
    }
    return body.find("errors")
        .map(
            errors ->
                errors.list().stream()
                    .map(error -> error.get("detail").string())
                    .collect(Collectors.joining("; ")));
  }

  /**
   * The result of a request.
   *
   * @throws NotUnderstood if the answer is unclear
   */
  UploadResult sent(HttpAnswer.Whole answer) {
    Optional<JsonValue> body = responses.json(answer).filter(JsonValue::isObject);
    Optional<String> errors = body.flatMap(CratesIoErrors::errors);
    if (answer.isSuccess() && errors.isEmpty()) {
      if (body.isPresent()) {
        return new UploadResult.Accepted();
      }
      throw new NotUnderstood(responses.described(answer));
    }
    return refused(answer, errors.orElseGet(() -> responses.described(answer)));
  }

  private UploadResult refused(HttpAnswer.Whole answer, String text) {
    if (answer.isUncertain() || answer.status() < 200) {
      throw new NotUnderstood(responses.described(answer));
    }
    String said = responses.shown(text);
    String lower = text.toLowerCase(Locale.ROOT);
    if (answer.isRedirect()) {
      return new UploadResult.Rejected(said, answer.status());
    }
    if (RetryAfter.isAsked(answer, text)) {
      return new UploadResult.Deferred(waits.until(answer, text), said);
    }
    if (answer.status() == 409 || ALREADY.stream().anyMatch(lower::contains)) {
      return new UploadResult.AlreadyThere(said);
    }
    boolean notAllowed = answer.status() == 401 || answer.status() == 403;
    if (notAllowed || answer.isSuccess() && NOT_ALLOWED.stream().anyMatch(lower::contains)) {
      return new UploadResult.Unauthorized(said);
    }
    return new UploadResult.Rejected(said, answer.status());
  }
}
