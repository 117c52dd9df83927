package io.github.releasesync.version;

import io.github.releasesync.version.Level.Bump;
import io.github.releasesync.version.Level.Development;
import io.github.releasesync.version.Level.Explicit;
import io.github.releasesync.version.Level.Part;
import io.github.releasesync.version.Level.PreRelease;
import io.github.releasesync.version.Level.Word;
import io.github.releasesync.version.Mapping.Portable;
import io.github.releasesync.version.Mapping.Refused;
import io.github.releasesync.version.ReleaseVersion.Stage;
import java.util.Locale;
import java.util.Optional;

/** Reads a level. */
final class LevelParser {

  private static final String LEVELS =
      "a level is `patch`, `minor` or `major`, each alone or with `alpha`, `beta`, `rc`"
          + " or `development` (`minor-alpha`); or `alpha`, `beta`, `rc`, `development`, `release`,"
          + " `current`, `post`, `auto`; or a version such as `1.4.0-rc.1`";

  /** The longest version that crates.io takes. */
  private static final int LONGEST = 150;

  private LevelParser() {}

  static Level parse(String text) {
    String stripped = text.strip();
    Cursor in = new Cursor(stripped);
    if (stripped.length() > LONGEST) {
      throw in.wrong("longer than the " + LONGEST + " characters that crates.io takes");
    }
    if (startsWithVersion(stripped)) {
      return new Explicit(version(stripped));
    }
    Level level = words(in);
    if (level == null || !in.atEnd()) {
      throw in.wrong(LEVELS);
    }
    return level;
  }

  private static boolean startsWithVersion(String text) {
    boolean prefixed = Cursor.startsWithIgnoringAsciiCase(text, 0, "v");
    int start = prefixed ? 1 : 0;
    return start < text.length() && Digits.isDigit(text.charAt(start));
  }

  private static Level words(Cursor in) {
    Optional<Part> part = in.acceptWord("patch", "minor", "major").map(LevelParser::part);
    if (part.isPresent() && in.atEnd()) {
      return new Bump(part.get());
    }
    if (part.isPresent() && !acceptSeparator(in)) {
      return null;
    }
    if (in.acceptWord(Level.DEVELOPMENT).isPresent()) {
      return new Development(part.orElse(Part.PATCH));
    }
    Optional<Stage> stage = in.acceptWord("alpha", "beta", "rc").map(LevelParser::stage);
    if (part.isPresent()) {
      return stage.map(s -> new Bump(part.get(), s)).orElse(null);
    }
    if (stage.isPresent()) {
      return new PreRelease(stage.get());
    }
    return in.acceptWord("release", "current", "post", "auto")
        .map(word -> Word.valueOf(word.toUpperCase(Locale.ROOT)))
        .orElse(null);
  }

  /** A hyphen, a comma or spaces, and spaces around it. */
  private static boolean acceptSeparator(Cursor in) {
    int start = in.at();
    in.skipSpaces();
    in.acceptOneOf("-,");
    in.skipSpaces();
    return in.at() > start;
  }

  private static Part part(String word) {
    return Part.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Stage stage(String word) {
    return Stage.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** SemVer first: where both can read a text, as 1.4.0-1, PEP 440 means something else by it. */
  private static ReleaseVersion version(String text) {
    Mapping mapping;
    try {
      mapping = VersionMapping.of(SemVer.parse(text));
    } catch (InvalidVersionException e) {
      mapping = ofPep440(text);
    }
    if (mapping instanceof Refused refused) {
      throw new InvalidVersionException(
          text, refused.reason() + ": " + write(refused.writeInstead()));
    }
    return ((Portable) mapping).version();
  }

  private static Mapping ofPep440(String text) {
    Pep440Version version;
    try {
      version = Pep440Version.parse(text);
    } catch (InvalidVersionException e) {
      throw new InvalidVersionException(text, e.reason() + "; " + LEVELS);
    }
    Mapping mapping = VersionMapping.of(version);
    if (version.releaseDigits().size() < 3 && mapping instanceof Portable portable) {
      throw new InvalidVersionException(
          text, "a version has three numbers: " + write(portable.version().text()));
    }
    return mapping;
  }

  private static String write(String version) {
    return "write `" + version + "`";
  }
}
