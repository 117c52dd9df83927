package io.github.releasesync.sandbox;

/**
 * The credentials that the sandbox accepts. They open nothing else, so they may be printed.
 *
 * @param crates may publish new crates and versions, yank, and change owners
 * @param cratesPublishOnly may publish new crates and versions
 * @param pypi the password of {@code __token__}; may upload
 */
public record Tokens(String crates, String cratesPublishOnly, String pypi) {

  static Tokens wellKnown() {
    return new Tokens("sandbox-crates", "sandbox-crates-publish-only", "pypi-sandbox");
  }
}
