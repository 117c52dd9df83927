package io.github.releasesync.copies;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.version.Ecosystem;
import java.util.List;
import java.util.Optional;

/**
 * Literal text around a version, such as {@code release = "{version}"}.
 *
 * @param before the text before the version
 * @param after the text after the version
 * @param spelling whose spelling it must have; empty for any
 */
public record CopyPattern(String before, String after, Optional<Ecosystem> spelling) {

  private static final List<String> WORDS = List.of("version", "cargo", "pypi", "maven");

  /**
   * Understands a pattern.
   *
   * @param text literal text with {@code {version}}, {@code {cargo}}, {@code {pypi}} or {@code
   *     {maven}} once for the version
   * @return the pattern
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if it has none of them, or
   *     several
   */
  public static CopyPattern of(String text) {
    CopyPattern found = null;
    for (String word : WORDS) {
      String token = "{" + word + "}";
      int at = text.indexOf(token);
      if (at >= 0) {
        String after = text.substring(at + token.length());
        if (found != null || after.contains(token)) {
          throw invalid("`" + text + "` has more than one placeholder for the version");
        }
        found = new CopyPattern(text.substring(0, at), after, Ecosystem.of(word));
      }
    }
    if (found == null) {
      throw invalid("`" + text + "` has no placeholder for the version");
    }
    return found;
  }

  /** The pattern as it is configured. */
  @Override
  public String toString() {
    return before + "{" + spelling.map(Ecosystem::word).orElse("version") + "}" + after;
  }

  private static ReleaseException invalid(String message) {
    return ReleaseException.of(
        Code.CONFIGURATION_INVALID,
        Place.of("copies"),
        message,
        "write {version}, {cargo}, {pypi} or {maven} once in it, at the place of the version");
  }
}
