package io.github.releasesync.version;

import io.github.releasesync.version.Mapping.Portable;
import io.github.releasesync.version.Mapping.Refused;
import io.github.releasesync.version.ReleaseVersion.Stage;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * From each ecosystem's version to the release version and back.
 *
 * <p>Portable are {@code X.Y.Z} and {@code X.Y.Z-(alpha|beta|rc).N}, the forms on which SemVer, PEP
 * 440 and Maven agree in order, and the development forms that each ecosystem has of its own:
 * {@code -dev} and {@code -dev.N} of Cargo, {@code .devN} of PyPI, {@code -SNAPSHOT} of Maven.
 * Elsewhere the same words mean something else: Maven sorts {@code -dev} above the release, and
 * maturin refuses {@code -SNAPSHOT}.
 */
public final class VersionMapping {

  private VersionMapping() {}

  /**
   * Maps a crate's version.
   *
   * @param version the version
   * @return the release version, or why there is none
   */
  public static Mapping of(SemVer version) {
    ReleaseVersion base = base(version.core());
    List<String> pre = version.preRelease();
    if (!version.build().isEmpty()) {
      String text = version.toString();
      SemVer rest = SemVer.parse(text.substring(0, text.indexOf('+')));
      return new Refused(
          "build metadata `+"
              + InvalidVersionException.shown(version.build())
              + "` makes no version of its own for Cargo, is refused by PyPI and sorts above the"
              + " release in Maven",
          portableText(of(rest), rest.toString()));
    }
    if (pre.isEmpty()) {
      return new Portable(base);
    }
    int dev = developmentAt(pre);
    if (dev == 0 || dev > 0 && isStage(pre.subList(0, dev))) {
      return new Portable(base.development());
    }
    if (isStage(pre)) {
      return new Portable(base.with(stage(pre.get(0)), pre.get(1), null));
    }
    return Unportable.refuse(base, String.join(".", pre), Ecosystem.CARGO);
  }

  /**
   * Reads a version of an unknown ecosystem, as in tags and changelogs: as SemVer, else as PEP 440,
   * else as Maven.
   *
   * @param text the version; a digit comes first
   * @return the release version; empty if no ecosystem spells a portable one so
   */
  public static Optional<ReleaseVersion> readAny(String text) {
    if (text.isEmpty() || !Digits.isDigit(text.charAt(0))) {
      return Optional.empty();
    }
    return read(text, Ecosystem.CARGO)
        .or(() -> read(text, Ecosystem.PYPI))
        .or(() -> read(text, Ecosystem.MAVEN));
  }

  /**
   * Reads a version as an ecosystem does.
   *
   * @param text the version
   * @param ecosystem the ecosystem
   * @return the release version; empty if the ecosystem refuses the text or it is not portable
   */
  public static Optional<ReleaseVersion> read(String text, Ecosystem ecosystem) {
    return switch (ecosystem) {
      case CARGO -> portable(() -> of(SemVer.parse(text)));
      case PYPI -> portable(() -> of(Pep440Version.parse(text)));
      case MAVEN -> portable(() -> of(MavenVersion.parse(text)));
    };
  }

  private static Optional<ReleaseVersion> portable(Supplier<Mapping> reading) {
    try {
      return reading.get() instanceof Portable portable
          ? Optional.of(portable.version())
          : Optional.empty();
    } catch (InvalidVersionException e) {
      return Optional.empty();
    }
  }

  /** Where {@code dev} or {@code dev.N} begins at the end of a pre-release, or -1. */
  private static int developmentAt(List<String> pre) {
    int size = pre.size();
    boolean numbered = size > 1 && Digits.allDigits(pre.get(size - 1));
    int at = numbered ? size - 2 : size - 1;
    return pre.get(at).equals("dev") ? at : -1;
  }

  private static boolean isStage(List<String> pre) {
    return pre.size() == 2 && stage(pre.get(0)) != null && Digits.allDigits(pre.get(1));
  }

  private static Stage stage(String word) {
    return switch (word) {
      case "alpha" -> Stage.ALPHA;
      case "beta" -> Stage.BETA;
      case "rc" -> Stage.RC;
      default -> null;
    };
  }

  /**
   * Maps a Python project's version. Missing numbers of the release are zeros.
   *
   * @param version the version
   * @return the release version, or why there is none
   */
  public static Mapping of(Pep440Version version) {
    ReleaseVersion base = base(version.releaseDigits());
    String reason = unportable(version);
    if (reason != null) {
      return new Refused(reason, nearest(version, base));
    }
    if (version.devDigits() != null) {
      return new Portable(base.development());
    }
    if (version.preLetter() != null) {
      return new Portable(base.with(stage(version), version.preDigits(), null));
    }
    return new Portable(base.with(Stage.FINAL, null, version.postDigits()));
  }

  private static String unportable(Pep440Version version) {
    if (version.hasEpoch()) {
      return "SemVer and Maven have no epoch";
    }
    if (version.local().isPresent()) {
      String local = InvalidVersionException.shown(version.local().get());
      return "PyPI refuses the local version `+" + local + "`";
    }
    if (version.releaseDigits().size() > 3) {
      return "the release has " + version.releaseDigits().size() + " numbers, SemVer has three";
    }
    if (version.postDigits() != null && version.preLetter() != null) {
      return "a post-release of a pre-release has no counterpart in SemVer: release the next one";
    }
    if (version.postDigits() != null && version.devDigits() != null) {
      return "a development version of a post-release is above the release in PEP 440 only";
    }
    return null;
  }

  private static String nearest(Pep440Version version, ReleaseVersion base) {
    if (version.devDigits() != null && version.postDigits() == null) {
      return base.base() + ".dev" + version.devDigits();
    }
    if (version.preLetter() != null) {
      return spell(base.with(stage(version), version.preDigits(), null), Ecosystem.PYPI);
    }
    return spell(base.with(Stage.FINAL, null, version.postDigits()), Ecosystem.PYPI);
  }

  private static Stage stage(Pep440Version version) {
    return switch (version.preLetter()) {
      case "a" -> Stage.ALPHA;
      case "b" -> Stage.BETA;
      default -> Stage.RC;
    };
  }

  /**
   * Maps a Maven artifact's version. Missing numbers are zeros; {@code -incubating} of the Apache
   * Incubator is no part of the version; {@code -alpha-1} is an old spelling of {@code -alpha.1}.
   *
   * @param version the version
   * @return the release version, or why there is none
   */
  public static Mapping of(MavenVersion version) {
    String text = version.toString();
    if (!Digits.isDigit(text.charAt(0))) {
      return withoutPrefix(text);
    }
    Cursor in = new Cursor(text);
    List<String> numbers = Digits.dotted(in);
    ReleaseVersion base = base(numbers);
    if (numbers.size() > 3) {
      return new Refused(
          "the version has " + numbers.size() + " numbers, SemVer has three",
          spell(version.isSnapshot() ? base.development() : base, Ecosystem.MAVEN));
    }
    return qualified(base, text.substring(in.at()));
  }

  private static Mapping qualified(ReleaseVersion base, String qualifier) {
    int snapshot = snapshotStart(qualifier);
    String rest = snapshot < 0 ? qualifier : qualifier.substring(0, snapshot);
    rest = rest.endsWith("-incubating") ? rest.substring(0, rest.lastIndexOf('-')) : rest;
    ReleaseVersion released = rest.isEmpty() ? base : staged(base, rest);
    if (released != null) {
      return new Portable(snapshot < 0 ? released : released.development());
    }
    boolean separated = rest.length() > 1 && "-.".indexOf(rest.charAt(0)) >= 0;
    Refused refused =
        Unportable.refuse(base, separated ? rest.substring(1) : rest, Ecosystem.MAVEN);
    return snapshot < 0
        ? refused
        : new Refused(refused.reason(), spell(base.development(), Ecosystem.MAVEN));
  }

  private static int snapshotStart(String qualifier) {
    int start = qualifier.length() - "-SNAPSHOT".length();
    return Cursor.startsWithIgnoringAsciiCase(qualifier, start, "-snapshot")
        ? start
        : MavenVersion.timestampStart(qualifier);
  }

  /** The pre-release of {@code -alpha.1} or {@code -alpha-1}, or null. */
  private static ReleaseVersion staged(ReleaseVersion base, String qualifier) {
    Cursor in = new Cursor(qualifier);
    in.accept('-');
    int start = in.at();
    while (Digits.isLetter(in.next())) {
      in.moveTo(in.at() + 1);
    }
    Stage stage = stage(in.since(start));
    boolean separated = start == 1 && in.acceptOneOf(".-");
    String number = in.digits();
    boolean matches = stage != null && separated && !number.isEmpty() && in.atEnd();
    return matches ? base.with(stage, Digits.strip(number), null) : null;
  }

  private static Mapping withoutPrefix(String text) {
    int digit = 0;
    while (digit < text.length() && !Digits.isDigit(text.charAt(digit))) {
      digit++;
    }
    if (digit == text.length()) {
      return new Refused("there is no number in it", "0.1.0");
    }
    String rest = text.substring(digit);
    String prefix = InvalidVersionException.shown(text.substring(0, digit));
    return new Refused(
        "`" + prefix + "` before the first number is no part of a version",
        portableText(of(MavenVersion.parse(rest)), rest));
  }

  private static String portableText(Mapping mapping, String text) {
    return mapping instanceof Refused refused ? refused.writeInstead() : text;
  }

  /** The release of the first three numbers, those that are missing being zero. */
  private static ReleaseVersion base(List<String> numbers) {
    String minor = numbers.size() > 1 ? numbers.get(1) : "0";
    String patch = numbers.size() > 2 ? numbers.get(2) : "0";
    return new ReleaseVersion(numbers.get(0), minor, patch, Stage.FINAL, null, null);
  }

  /**
   * Spells a release version.
   *
   * @param version the release version
   * @param ecosystem the ecosystem of the spelling
   * @return such as {@code 1.2.0-beta.1}, {@code 1.2.0b1}, {@code 1.2.0-beta.1}; for a development
   *     version {@code 1.2.0-dev.0}, {@code 1.2.0.dev0}, {@code 1.2.0-SNAPSHOT}; a post number for
   *     PyPI only
   */
  public static String spell(ReleaseVersion version, Ecosystem ecosystem) {
    String base = version.base();
    if (version.isDevelopment()) {
      return base
          + switch (ecosystem) {
            case CARGO -> "-dev.0";
            case PYPI -> ".dev0";
            case MAVEN -> "-SNAPSHOT";
          };
    }
    if (ecosystem != Ecosystem.PYPI) {
      return version.toString();
    }
    return base
        + switch (version.stage()) {
          case ALPHA -> "a" + version.numberDigits();
          case BETA -> "b" + version.numberDigits();
          case RC -> "rc" + version.numberDigits();
          default -> version.postDigits() == null ? "" : ".post" + version.postDigits();
        };
  }
}
