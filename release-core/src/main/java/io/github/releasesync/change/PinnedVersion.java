package io.github.releasesync.change;

import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.MavenVersion;
import io.github.releasesync.version.Pep440Version;
import io.github.releasesync.version.RequirementSyntax;

/** A requirement that names a single version, such as {@code ==1.2.0} or Maven's {@code 1.2.0}. */
final class PinnedVersion {

  private PinnedVersion() {}

  /**
   * Whether a requirement names a single release below a version. A development version below it is
   * none: it was forgotten.
   */
  static boolean isLowerRelease(RequirementSyntax syntax, String requirement, String version) {
    try {
      String text = requirement.strip();
      return switch (syntax) {
        case MAVEN -> isLower(withoutBrackets(text), version);
        case PEP440 -> text.startsWith("==") && isLowerPython(text, version);
        case POETRY -> isLowerPython(text, version);
        case CARGO -> false;
      };
    } catch (InvalidVersionException e) {
      return false;
    }
  }

  private static String withoutBrackets(String text) {
    boolean single = text.startsWith("[") && text.endsWith("]") && text.indexOf(',') < 0;
    return single ? text.substring(1, text.length() - 1).strip() : text;
  }

  private static boolean isLower(String pinned, String version) {
    if (pinned.isEmpty() || "[(".indexOf(pinned.charAt(0)) >= 0) {
      return false;
    }
    MavenVersion stated = MavenVersion.parse(pinned);
    return !stated.isSnapshot() && stated.compareTo(MavenVersion.parse(version)) < 0;
  }

  private static boolean isLowerPython(String pinned, String version) {
    int start = 0;
    while (start < pinned.length() && pinned.charAt(start) == '=') {
      start++;
    }
    Pep440Version stated = Pep440Version.parse(pinned.substring(start).strip());
    return !stated.toString().contains(".dev")
        && stated.compareTo(Pep440Version.parse(version)) < 0;
  }
}
