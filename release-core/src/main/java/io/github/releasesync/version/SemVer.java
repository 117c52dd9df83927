package io.github.releasesync.version;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A version by <a href="https://semver.org/spec/v2.0.0.html">SemVer 2.0.0</a>, as crates have it.
 * Numbers have no bound, as in the specification; {@link #refusedByCargo()} knows Cargo's.
 *
 * <p>{@code equals}, {@code hashCode} and {@code compareTo} look at build metadata too, as Cargo's
 * own order does: precedence first, then the build identifiers from left to right, none before
 * some, digits before words, digits by value and then by length ({@code 1 < 01 < 2}). {@link
 * #comparePrecedence} is the order of the specification, which ignores build metadata.
 */
public final class SemVer implements Comparable<SemVer> {

  private final String text;
  private final String major;
  private final String minor;
  private final String patch;
  private final List<String> preRelease;
  private final List<String> build;

  private SemVer(String text, List<String> core, List<String> preRelease, List<String> build) {
    this.text = text;
    this.major = core.get(0);
    this.minor = core.get(1);
    this.patch = core.get(2);
    this.preRelease = preRelease;
    this.build = build;
  }

  /**
   * Reads a version. Nothing is trimmed and no prefix is taken off.
   *
   * @param text the whole version
   * @return the version
   * @throws InvalidVersionException if the text is not SemVer 2.0.0
   */
  public static SemVer parse(String text) {
    Cursor in = new Cursor(text);
    if (in.atEnd()) {
      throw in.wrong("a version is missing");
    }
    String major = number(in, "major");
    if (in.atEnd()) {
      throw in.wrong("a minor and a patch number are missing");
    }
    expectDot(in, "major");
    String minor = number(in, "minor");
    if (in.atEnd()) {
      throw in.wrong("a patch number is missing");
    }
    expectDot(in, "minor");
    String patch = number(in, "patch");
    List<String> preRelease = in.accept('-') ? preReleaseIdentifiers(in) : List.of();
    List<String> build = in.accept('+') ? buildIdentifiers(in) : List.of();
    if (!in.atEnd()) {
      throw in.expected("the end of the version");
    }
    return new SemVer(text, List.of(major, minor, patch), preRelease, build);
  }

  private static void expectDot(Cursor in, String before) {
    if (!in.accept('.')) {
      throw in.expected("a `.` after the " + before + " number");
    }
  }

  /** Reads a number without leading zeros. Shared with the requirements of Cargo. */
  static String number(Cursor in, String which) {
    String digits = in.digits();
    if (digits.isEmpty()) {
      throw in.expected("a digit of the " + which + " number");
    }
    if (hasLeadingZero(digits)) {
      throw in.wrong("the " + which + " number has a leading zero");
    }
    return digits;
  }

  /** Reads what follows {@code -}. Shared with the requirements of Cargo. */
  static List<String> preReleaseIdentifiers(Cursor in) {
    List<String> identifiers = identifiers(in, "pre-release");
    for (String identifier : identifiers) {
      if (hasLeadingZero(identifier) && Digits.allDigits(identifier)) {
        throw in.wrong(
            "the pre-release number `"
                + InvalidVersionException.shown(identifier)
                + "` has a leading zero");
      }
    }
    return identifiers;
  }

  /** Reads what follows {@code +}. Shared with the requirements of Cargo. */
  static List<String> buildIdentifiers(Cursor in) {
    return identifiers(in, "build metadata");
  }

  private static boolean hasLeadingZero(String digits) {
    return digits.length() > 1 && digits.charAt(0) == '0';
  }

  private static List<String> identifiers(Cursor in, String which) {
    List<String> identifiers = new ArrayList<>();
    do {
      int start = in.at();
      while (Digits.isLetterOrDigit(in.next()) || in.next() == '-') {
        in.moveTo(in.at() + 1);
      }
      if (in.at() == start) {
        throw in.expected("a letter, digit or `-` of the " + which);
      }
      identifiers.add(in.since(start));
    } while (in.accept('.'));
    return List.copyOf(identifiers);
  }

  /**
   * The major number.
   *
   * @return not negative; converted on each call, in quadratic time
   */
  public BigInteger major() {
    return new BigInteger(major);
  }

  /**
   * The minor number.
   *
   * @return not negative; converted on each call, in quadratic time
   */
  public BigInteger minor() {
    return new BigInteger(minor);
  }

  /**
   * The patch number.
   *
   * @return not negative; converted on each call, in quadratic time
   */
  public BigInteger patch() {
    return new BigInteger(patch);
  }

  /** Major, minor and patch as digits. */
  List<String> core() {
    return List.of(major, minor, patch);
  }

  /**
   * The pre-release identifiers, between {@code -} and {@code +}.
   *
   * @return the identifiers that dots separate; empty for a release
   */
  public List<String> preRelease() {
    return preRelease;
  }

  /**
   * The build metadata, after {@code +}.
   *
   * @return as written; empty if there is none
   */
  public String build() {
    return String.join(".", build);
  }

  /**
   * Whether this is a pre-release.
   *
   * @return true if there are pre-release identifiers
   */
  public boolean isPreRelease() {
    return !preRelease.isEmpty();
  }

  /**
   * Why Cargo refuses this version although it is SemVer: its numbers are unsigned of 64 bits.
   * Numbers in a pre-release have no bound there either.
   *
   * @return a clause, or empty if Cargo takes the version
   */
  public Optional<String> refusedByCargo() {
    List<String> names = List.of("major", "minor", "patch");
    List<String> core = core();
    for (int i = 0; i < names.size(); i++) {
      if (Digits.exceedsU64(core.get(i))) {
        return Optional.of(
            "the " + names.get(i) + " number is larger than Cargo's 18446744073709551615");
      }
    }
    return Optional.empty();
  }

  /**
   * Compares by precedence, section 11 of the specification.
   *
   * @param other the other version
   * @return negative, 0 or positive; 0 also for versions that differ in build metadata only
   */
  public int comparePrecedence(SemVer other) {
    int result = Digits.compare(major, other.major);
    if (result == 0) {
      result = Digits.compare(minor, other.minor);
    }
    if (result == 0) {
      result = Digits.compare(patch, other.patch);
    }
    return result != 0 ? result : comparePreRelease(preRelease, other.preRelease);
  }

  /** Compares pre-releases of one base; none is the release itself and comes last. */
  static int comparePreRelease(List<String> a, List<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
    return compareIdentifiers(a, b);
  }

  @Override
  public int compareTo(SemVer other) {
    int result = comparePrecedence(other);
    return result != 0 ? result : compareIdentifiers(build, other.build);
  }

  private static int compareIdentifiers(List<String> a, List<String> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int result = compareIdentifier(a.get(i), b.get(i));
      if (result != 0) {
        return result;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static int compareIdentifier(String a, String b) {
    boolean aIsNumber = Digits.allDigits(a);
    boolean bIsNumber = Digits.allDigits(b);
    if (aIsNumber != bIsNumber) {
      return aIsNumber ? -1 : 1;
    }
    if (!aIsNumber) {
      return a.compareTo(b);
    }
    int result = Digits.compare(Digits.strip(a), Digits.strip(b));
    return result != 0 ? result : Integer.compare(a.length(), b.length());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SemVer that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /**
   * The version as it was read: SemVer has one spelling of each.
   *
   * @return the text
   */
  @Override
  public String toString() {
    return text;
  }
}
