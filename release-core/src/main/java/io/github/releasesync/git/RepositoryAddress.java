package io.github.releasesync.git;

import java.util.Optional;
import java.util.regex.Pattern;

/** The web address of a repository, from the URL of its remote. */
public final class RepositoryAddress {

  private static final Pattern PASSWORD =
      Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://[^/:@]*):[^/]*@");

  private static final Pattern WEB = Pattern.compile("^((?i:https?)://)[^/]*@");

  private RepositoryAddress() {}

  /**
   * The address of a remote's web pages.
   *
   * @param remote a URL of git: {@code https://host/owner/name.git}, {@code
   *     git@host:owner/name.git}, {@code ssh://git@host/owner/name}
   * @return {@code https://host/owner/name}; empty for a path, and for anything with a password
   */
  public static Optional<String> of(String remote) {
    String text = remote.strip();
    if (text.endsWith(".git")) {
      text = text.substring(0, text.length() - ".git".length());
    }
    if (text.startsWith("https://") && text.indexOf('@') < 0) {
      return Optional.of(text);
    }
    if (text.startsWith("ssh://git@")) {
      return Optional.of("https://" + text.substring("ssh://git@".length()));
    }
    if (text.startsWith("git@") && text.indexOf(':') > 0) {
      return Optional.of("https://" + text.substring("git@".length()).replaceFirst(":", "/"));
    }
    return Optional.empty();
  }

  /**
   * A remote as it may be shown and kept.
   *
   * @param remote the name of a remote, or its URL
   * @return the same without a password; of a web address, without the user as well, which may be a
   *     token
   */
  public static String withoutCredential(String remote) {
    return WEB.matcher(PASSWORD.matcher(remote).replaceFirst("$1@")).replaceFirst("$1");
  }
}
