package io.github.releasesync.version;

import io.github.releasesync.version.Mapping.Refused;
import io.github.releasesync.version.ReleaseVersion.Stage;
import java.util.Locale;
import java.util.Set;

/**
 * The reason why a qualifier is not portable, and its probable meaning. The nearest version is the
 * one that maturin would make of the text, where it makes one that is portable.
 */
final class Unportable {

  private static final Set<String> FINAL = Set.of("final", "ga", "release");
  private static final Set<String> POST = Set.of("post", "rev", "r");
  private static final Set<String> ALPHA = Set.of("alpha", "a", "milestone", "m");
  private static final Set<String> BETA = Set.of("beta", "b");
  private static final Set<String> RC = Set.of("rc", "c", "cr", "pre", "preview");
  private static final Set<String> DEVELOPMENT =
      Set.of("dev", "snapshot", "nightly", "canary", "next", "head", "dirty", "edge", "unstable");

  private Unportable() {}

  /** A word, and the number that follows it; either may be empty. */
  private record Word(String letters, String number) {

    String numberOr(String missing) {
      return number.isEmpty() ? missing : Digits.strip(number);
    }
  }

  /** Refuses a version by its qualifier, which is not empty and has no separator. */
  static Refused refuse(ReleaseVersion base, String qualifier, Ecosystem ecosystem) {
    String shown = "`" + InvalidVersionException.shown(qualifier) + "`";
    if (qualifier.startsWith("+")) {
      return refused(
          "build metadata " + shown + " sorts above the release in Maven and is refused by PyPI",
          base,
          ecosystem);
    }
    Word first = firstWord(qualifier);
    if (first.letters().isEmpty() && !first.number().isEmpty() || POST.contains(first.letters())) {
      return refused(
          shown
              + " is a later release to PEP 440, and a pre-release of "
              + base
              + " to SemVer: for a Python-only fix keep "
              + base
              + " here and write "
              + base
              + ".post"
              + first.numberOr("1")
              + " in pyproject.toml",
          base,
          ecosystem);
    }
    if (FINAL.contains(first.letters()) || first.letters().isEmpty()) {
      return refused(shown + ": a release has no qualifier", base, ecosystem);
    }
    Word development = development(qualifier);
    if (development != null) {
      return new Refused(
          shown
              + " is no development form of "
              + ecosystem.word()
              + "; a published pre-release needs alpha.N, beta.N or rc.N",
          developmentText(base, development.numberOr("0"), ecosystem));
    }
    return refused(
        shown
            + " has a different order in SemVer, PEP 440 and Maven: of the pre-releases only alpha.N,"
            + " beta.N and rc.N have the same",
        base.with(stage(first.letters()), first.numberOr("0"), null),
        ecosystem);
  }

  private static Refused refused(String reason, ReleaseVersion instead, Ecosystem ecosystem) {
    return new Refused(reason, VersionMapping.spell(instead, ecosystem));
  }

  private static Stage stage(String word) {
    if (BETA.contains(word)) {
      return Stage.BETA;
    }
    return RC.contains(word) ? Stage.RC : Stage.ALPHA;
  }

  private static String developmentText(ReleaseVersion base, String number, Ecosystem ecosystem) {
    return ecosystem == Ecosystem.CARGO
        ? base.base() + "-dev." + number
        : VersionMapping.spell(base.development(), ecosystem);
  }

  private static Word firstWord(String qualifier) {
    return wordFrom(new Cursor(qualifier));
  }

  /** The first word that means a development state, or null. */
  private static Word development(String qualifier) {
    Cursor in = new Cursor(qualifier);
    while (!in.atEnd()) {
      Word word = wordFrom(in);
      if (DEVELOPMENT.contains(word.letters())) {
        return word;
      }
    }
    return null;
  }

  /** Takes separators, letters, separators and digits, always something of a text that goes on. */
  private static Word wordFrom(Cursor in) {
    skipSeparators(in);
    int start = in.at();
    while (Digits.isLetter(in.next())) {
      in.moveTo(in.at() + 1);
    }
    String letters = in.since(start).toLowerCase(Locale.ROOT);
    skipSeparators(in);
    return new Word(letters, in.digits());
  }

  private static void skipSeparators(Cursor in) {
    while (!in.atEnd() && !Digits.isLetterOrDigit(in.next())) {
      in.moveTo(in.at() + 1);
    }
  }
}
