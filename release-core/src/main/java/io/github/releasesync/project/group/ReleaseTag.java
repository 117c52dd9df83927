package io.github.releasesync.project.group;

import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.VersionMapping;
import java.util.Locale;
import java.util.Optional;

/**
 * A tag that names a release: {@code v1.2.0}, {@code py-1.2.0rc1}, {@code bindings/go/v1.2.0}.
 *
 * @param name the tag's name
 * @param prefix the text before the version
 * @param version the version that it names
 */
public record ReleaseTag(String name, String prefix, ReleaseVersion version) {

  private static final int LONGEST = 255;

  /**
   * Reads a tag's name.
   *
   * @param name the tag's name
   * @return its release; empty if no portable version of at least two numbers ends the name
   */
  public static Optional<ReleaseTag> of(String name) {
    if (name.length() > LONGEST) {
      return Optional.empty();
    }
    for (int i = 0; i < name.length(); i++) {
      if (isDigit(name.charAt(i)) && startsVersion(name, i)) {
        Optional<ReleaseVersion> version = stated(name.substring(i));
        if (version.isPresent()) {
          return Optional.of(new ReleaseTag(name, name.substring(0, i), version.get()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the prefix is a package's name, as in {@code engine-core-v1.2.0}. Tools that release
   * each crate by itself tag so; the tag then does not count for the other packages.
   *
   * @param p a package
   * @return true if it is; never for a Maven artifact, because Maven's release plugin names the tag
   *     of a whole repository after the artifact at its root
   */
  public boolean names(Package p) {
    return p.ecosystem() != Ecosystem.MAVEN
        && named().filter(separatorsAlike(p.name())::equals).isPresent();
  }

  /**
   * The name in the prefix, whether or not such a package exists: its last part, without a {@code
   * v}.
   */
  Optional<String> named() {
    String named = separatorsAlike(prefix.replaceFirst("(?<![A-Za-z0-9])[vV]$", ""));
    return Optional.of(named.substring(named.lastIndexOf('/') + 1)).filter(n -> !n.isEmpty());
  }

  /**
   * Whether the prefix is empty or a {@code v}: the usual tag of a whole repository. One of any
   * other prefix may be of something that is not looked at here.
   *
   * @return true if so
   */
  public boolean namesNothing() {
    return prefix.isEmpty() || prefix.equals("v") || prefix.equals("V");
  }

  /** Lower case, one hyphen for a run of separators, none at the end; slashes stay. */
  static String separatorsAlike(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      boolean separator = c == '-' || c == '_' || c == '.' || c == '@';
      boolean repeated = out.length() > 0 && out.charAt(out.length() - 1) == '-';
      if (!separator) {
        out.append(c);
      } else if (!repeated) {
        out.append('-');
      }
    }
    int end = out.length();
    while (end > 0 && (out.charAt(end - 1) == '-' || out.charAt(end - 1) == '/')) {
      end--;
    }
    return out.substring(0, end);
  }

  /** A version begins the name, or follows a separator, or a {@code v} that does. */
  private static boolean startsVersion(String name, int i) {
    int before = i - 1;
    if (before >= 0 && (name.charAt(before) == 'v' || name.charAt(before) == 'V')) {
      before--;
    }
    return before < 0
        || !Character.isLetterOrDigit(name.charAt(before)) && name.charAt(before) != '.';
  }

  /** The version of at least two numbers that a part of a tag's name states. */
  static Optional<ReleaseVersion> stated(String text) {
    return text.length() > LONGEST || text.indexOf('.') < 0
        ? Optional.empty()
        : VersionMapping.readAny(text);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
