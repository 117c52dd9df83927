package io.github.releasesync.sandbox;

/** The faults with their descriptions. */
enum FaultKind {
  PYPI_DOWN_AFTER("pypi-down-after-N", "PyPI answers 503 to everything after N accepted files"),
  CRATES_DOWN_AFTER(
      "crates-down-after-N", "crates.io answers 503 to everything after N accepted crates"),
  TOKEN_EXPIRED_AFTER(
      "token-expired-after-N", "each registry refuses the token after N accepted uploads"),
  CRATE_REFUSED("crate-refused", "the first crate is refused with 400"),
  WHEEL_REFUSED("wheel-refused", "the first Python file is refused with 400"),
  ANSWER_LOST(
      "answer-lost", "each registry stores its first upload and cuts the connection unanswered"),
  ANSWER_LOST_UNSTORED(
      "answer-lost-unstored", "each registry cuts the connection of its first upload, unstored"),
  INDEX_LAG("index-lag", "an index shows an upload only after 3 reads or 3 seconds"),
  INDEX_STALE("index-stale", "an index page that was read before a change stays old for 3 seconds"),
  RATE_LIMITED(
      "rate-limited", "each registry answers its first upload with 429 and a date 2 seconds ahead"),
  HTML_ANSWER("html-answer", "every answer is a page of HTML with status 200; nothing is stored"),
  TRUNCATED_JSON("truncated-json", "every JSON answer breaks off in the middle"),
  WRONG_TYPE("wrong-type", "every string in a JSON answer is a list instead"),
  ERRORS_WITH_200(
      "errors-with-200", "crates.io refuses the first crate, and refuses with status 200"),
  SERVER_ERROR_503("server-error-503", "each registry answers its first upload with 503, unstored"),
  REDIRECT("redirect", "every request is redirected to another host name"),
  SLOW("slow", "every answer comes in small pieces over many seconds"),
  HUGE_ANSWER("huge-answer", "every answer is followed by 256 MiB of blanks"),
  WRONG_CHECKSUM("wrong-checksum", "index and API state another sha256 than that of the upload"),
  INDEX_CONTRADICTS_API(
      "index-contradicts-api", "the index states another sha256 than that of the upload"),
  CONFLICT("conflict", "different content already exists under the name of the first upload");

  private final String shown;
  private final String explanation;

  FaultKind(String shown, String explanation) {
    this.shown = shown;
    this.explanation = explanation;
  }

  String shown() {
    return shown;
  }

  boolean isNumbered() {
    return shown.endsWith("-N");
  }

  /** The name up to the number. */
  String stem() {
    return isNumbered() ? shown.substring(0, shown.length() - 1) : shown;
  }

  Fault fault() {
    return new Fault(shown, explanation);
  }
}
