package io.github.releasesync.registry;

import java.time.Instant;

/** The result of an upload, yank or unyank. */
public sealed interface UploadResult {

  /** The registry reports success. Only a look-up proves it. */
  record Accepted() implements UploadResult {}

  /**
   * The registry has content under this name. A look-up shows whether it is the same.
   *
   * @param message the registry's message
   */
  record AlreadyThere(String message) implements UploadResult {}

  /**
   * The registry has refused it, and will refuse it again unchanged.
   *
   * @param reason the registry's message, or the readable part of its answer
   * @param status the HTTP status; 200 if a registry sends errors with it
   */
  record Rejected(String reason, int status) implements UploadResult {}

  /**
   * The registry asks to wait.
   *
   * @param until the time for the next upload, at most a day from now
   * @param reason the registry's message
   */
  record Deferred(Instant until, String reason) implements UploadResult {}

  /**
   * The credentials do not allow it.
   *
   * @param reason the registry's message
   */
  record Unauthorized(String reason) implements UploadResult {}

  /**
   * The result is unknown: the registry may have accepted it.
   *
   * @param why the request and the answer
   */
  record Unknown(Reason why) implements UploadResult {}
}
