package io.github.releasesync.registry;

import java.time.Instant;

/** What became of something that was sent to a registry. */
public sealed interface UploadResult {

  /** The registry says that it has taken it. Only a look-up proves it. */
  record Accepted() implements UploadResult {}

  /**
   * The registry has something under this name. A look-up tells whether it is the same.
   *
   * @param said the registry's words
   */
  record AlreadyThere(String said) implements UploadResult {}

  /**
   * The registry has certainly not taken it, and never will as it is.
   *
   * @param reason the registry's words, or what was understood
   * @param status the HTTP status; 200 where a registry answers errors with it
   */
  record Rejected(String reason, int status) implements UploadResult {}

  /**
   * The registry asks to wait.
   *
   * @param until when to send again, at most a day from now
   * @param reason the registry's words
   */
  record Deferred(Instant until, String reason) implements UploadResult {}

  /**
   * The credential does not allow it.
   *
   * @param reason the registry's words
   */
  record Unauthorized(String reason) implements UploadResult {}

  /**
   * It may have been taken or not.
   *
   * @param why what was sent and what was understood
   */
  record Unknown(Reason why) implements UploadResult {}
}
