package io.github.releasesync.sandbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Answers that a client may have already (RFC 9110, section 13). */
final class Conditional {

  private Conditional() {}

  /** The page, or 304. The ETag decides where a client sends both conditions. */
  static SandboxAnswer answer(SandboxCall call, String type, byte[] page, Instant changed) {
    String tag = "\"" + Digests.sha256(page).substring(0, 32) + "\"";
    Instant seconds = changed.truncatedTo(ChronoUnit.SECONDS);
    Optional<String> known = call.header("If-None-Match");
    boolean same =
        known.isPresent()
            ? known.get().contains(tag) || known.get().equals("*")
            : call.header("If-Modified-Since")
                .flatMap(HttpDate::read)
                .filter(since -> !seconds.isAfter(since))
                .isPresent();
    SandboxAnswer answer = same ? SandboxAnswer.empty(304) : SandboxAnswer.of(200, type, page);
    return answer
        .with("ETag", tag)
        .with("Last-Modified", HttpDate.write(seconds))
        .with("Cache-Control", "public, max-age=600");
  }
}
