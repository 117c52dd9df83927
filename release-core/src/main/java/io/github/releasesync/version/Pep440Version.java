package io.github.releasesync.version;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A version by <a href="https://peps.python.org/pep-0440/">PEP 440</a>, as {@code packaging} reads
 * and orders it. White space around it, a leading {@code v} and every spelling that the PEP
 * normalises are taken. Equal are versions that differ in trailing zeros: {@code 1.0} and {@code
 * 1.0.0} have one hash code and two texts.
 */
public final class Pep440Version implements Comparable<Pep440Version> {

  private static final String SEPARATORS = "-_.";
  private static final String ZERO = "0";

  /**
   * The pre-release part.
   *
   * @param letter {@code a}, {@code b} or {@code rc}
   * @param number not negative
   */
  public record Pre(String letter, BigInteger number) {}

  private final String epoch;
  private final List<String> release;
  private final String preLetter;
  private final String preNumber;
  private final String post;
  private final String dev;
  private final List<String> local;

  private Pep440Version(
      String epoch, List<String> release, Suffix pre, Suffix post, Suffix dev, List<String> local) {
    this.epoch = epoch;
    this.release = release;
    this.preLetter = pre == null ? null : pre.word();
    this.preNumber = pre == null ? null : pre.number();
    this.post = post == null ? null : post.number();
    this.dev = dev == null ? null : dev.number();
    this.local = local;
  }

  /** A word and its number, 0 if none was written. */
  private record Suffix(String word, String number) {}

  /**
   * Whether a text is a version in normal form. Zeros at the end of the release do not matter to
   * that: 1.0 and 1.0.0 both are.
   *
   * @param text the text
   * @return false also if it is no version
   */
  public static boolean isNormal(String text) {
    try {
      return parse(text).toString().equals(text);
    } catch (InvalidVersionException e) {
      return false;
    }
  }

  /**
   * Reads a version.
   *
   * @param text the version, white space around it allowed
   * @return the version
   * @throws InvalidVersionException if the text is not PEP 440
   */
  public static Pep440Version parse(String text) {
    Cursor in = new Cursor(text);
    in.skipPythonWhiteSpace();
    Pep440Version version = read(in);
    in.skipPythonWhiteSpace();
    if (!in.atEnd()) {
      throw in.expected("the end of the version");
    }
    return version;
  }

  /** Reads the version at this position. Greedy is right: no later part can need it. */
  static Pep440Version read(Cursor in) {
    in.acceptWord("v");
    String epoch = ZERO;
    List<String> release = numbers(in);
    if (release.size() == 1 && in.accept('!')) {
      epoch = release.get(0);
      release = numbers(in);
    }
    Suffix pre = pre(in);
    Suffix post = post(in);
    Suffix dev = suffix(in, "dev");
    List<String> local = in.accept('+') ? local(in) : List.of();
    return new Pep440Version(epoch, release, pre, post, dev, local);
  }

  private static List<String> numbers(Cursor in) {
    if (!Digits.isDigit(in.next())) {
      throw in.expected("a digit of the release");
    }
    return Digits.dotted(in);
  }

  private static Suffix pre(Cursor in) {
    Suffix found = suffix(in, "alpha", "a", "beta", "b", "preview", "pre", "c", "rc");
    if (found == null) {
      return null;
    }
    String letter =
        switch (found.word()) {
          case "alpha", "a" -> "a";
          case "beta", "b" -> "b";
          default -> "rc";
        };
    return new Suffix(letter, found.number());
  }

  private static Suffix post(Cursor in) {
    int start = in.at();
    String digits = in.accept('-') ? in.digits() : "";
    if (!digits.isEmpty()) {
      return new Suffix("post", Digits.strip(digits));
    }
    in.moveTo(start);
    return suffix(in, "post", "rev", "r");
  }

  private static Suffix suffix(Cursor in, String... words) {
    int start = in.at();
    in.acceptOneOf(SEPARATORS);
    Optional<String> word = in.acceptWord(words);
    if (word.isEmpty()) {
      in.moveTo(start);
      return null;
    }
    in.acceptOneOf(SEPARATORS);
    String digits = in.digits();
    return new Suffix(word.get(), digits.isEmpty() ? ZERO : Digits.strip(digits));
  }

  private static List<String> local(Cursor in) {
    List<String> segments = new ArrayList<>();
    int separator;
    do {
      int start = in.at();
      while (Digits.isLetterOrDigit(in.next())) {
        in.moveTo(in.at() + 1);
      }
      if (in.at() == start) {
        throw in.expected("a letter or digit of the local version");
      }
      String segment = in.since(start);
      segments.add(
          Digits.allDigits(segment) ? Digits.strip(segment) : segment.toLowerCase(Locale.ROOT));
      separator = in.at();
    } while (in.acceptOneOf(SEPARATORS) && Digits.isLetterOrDigit(in.next()));
    in.moveTo(separator);
    return List.copyOf(segments);
  }

  /**
   * The epoch, before {@code !}.
   *
   * @return 0 if none is written; converted on each call, in quadratic time
   */
  public BigInteger epoch() {
    return new BigInteger(epoch);
  }

  /**
   * The numbers of the release.
   *
   * @return at least one, trailing zeros kept; converted on each call, in quadratic time
   */
  public List<BigInteger> release() {
    return release.stream().map(BigInteger::new).toList();
  }

  /** The numbers of the release as digits. */
  List<String> releaseDigits() {
    return release;
  }

  /** Whether the version has an epoch other than 0. */
  boolean hasEpoch() {
    return !epoch.equals(ZERO);
  }

  boolean hasEpochOf(Pep440Version other) {
    return epoch.equals(other.epoch);
  }

  /**
   * The pre-release part.
   *
   * @return letter and number, the number converted on each call; empty if there is none
   */
  public Optional<Pre> pre() {
    return Optional.ofNullable(preLetter).map(l -> new Pre(l, new BigInteger(preNumber)));
  }

  /** {@code a}, {@code b}, {@code rc} or null. */
  String preLetter() {
    return preLetter;
  }

  /** The number of the pre-release as digits, or null. */
  String preDigits() {
    return preNumber;
  }

  /**
   * The number of the post-release.
   *
   * @return converted on each call; empty if this is none
   */
  public Optional<BigInteger> post() {
    return Optional.ofNullable(post).map(BigInteger::new);
  }

  /** The number of the post-release as digits, or null. */
  String postDigits() {
    return post;
  }

  /**
   * The number of the development release.
   *
   * @return converted on each call; empty if this is none
   */
  public Optional<BigInteger> dev() {
    return Optional.ofNullable(dev).map(BigInteger::new);
  }

  /** The number of the development release as digits, or null. */
  String devDigits() {
    return dev;
  }

  /**
   * The local version, after {@code +}, which PyPI refuses.
   *
   * @return in normal form; empty if there is none
   */
  public Optional<String> local() {
    return local.isEmpty() ? Optional.empty() : Optional.of(String.join(".", local));
  }

  /**
   * Whether this is a pre-release to an installer.
   *
   * @return true with a pre-release part or a development part; a post-release is none
   */
  public boolean isPreRelease() {
    return preLetter != null || dev != null;
  }

  /** This version without its local part. */
  Pep440Version withoutLocal() {
    return local.isEmpty() ? this : new Pep440Version(this, post, dev);
  }

  /** The base of this post-release: without post, development and local part. */
  Pep440Version postBase() {
    return new Pep440Version(this, null, null);
  }

  /** The first development release that leads to this version. */
  Pep440Version earliestDevelopment() {
    return new Pep440Version(this, post, ZERO);
  }

  private Pep440Version(Pep440Version other, String post, String dev) {
    this.epoch = other.epoch;
    this.release = other.release;
    this.preLetter = other.preLetter;
    this.preNumber = other.preNumber;
    this.post = post;
    this.dev = dev;
    this.local = List.of();
  }

  private List<String> significantRelease() {
    int end = release.size();
    while (end > 1 && release.get(end - 1).equals(ZERO)) {
      end--;
    }
    return release.subList(0, end);
  }

  @Override
  public int compareTo(Pep440Version other) {
    int result = Digits.compare(epoch, other.epoch);
    if (result == 0) {
      result = compareRelease(other.release);
    }
    if (result == 0) {
      result = Integer.compare(phase(), other.phase());
    }
    if (result == 0) {
      result = compareNumber(preNumber, other.preNumber, -1);
    }
    if (result == 0) {
      result = compareNumber(post, other.post, -1);
    }
    if (result == 0) {
      result = compareNumber(dev, other.dev, 1);
    }
    return result != 0 ? result : compareLocal(other.local);
  }

  private int compareRelease(List<String> other) {
    for (int i = 0; i < Math.max(release.size(), other.size()); i++) {
      String mine = i < release.size() ? release.get(i) : ZERO;
      String theirs = i < other.size() ? other.get(i) : ZERO;
      int result = Digits.compare(mine, theirs);
      if (result != 0) {
        return result;
      }
    }
    return 0;
  }

  /** A bare development release is the lowest of its base, below every alpha. */
  private int phase() {
    if (preLetter == null) {
      return post == null && dev != null ? 0 : 4;
    }
    return switch (preLetter) {
      case "a" -> 1;
      case "b" -> 2;
      default -> 3;
    };
  }

  private static int compareNumber(String a, String b, int ifMissing) {
    if (a == null || b == null) {
      return a == null && b == null ? 0 : a == null ? ifMissing : -ifMissing;
    }
    return Digits.compare(a, b);
  }

  private int compareLocal(List<String> other) {
    for (int i = 0; i < Math.min(local.size(), other.size()); i++) {
      String mine = local.get(i);
      String theirs = other.get(i);
      boolean number = Digits.allDigits(mine);
      int result =
          number != Digits.allDigits(theirs)
              ? (number ? 1 : -1)
              : number ? Digits.compare(mine, theirs) : mine.compareTo(theirs);
      if (result != 0) {
        return result;
      }
    }
    return Integer.compare(local.size(), other.size());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pep440Version that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(epoch, significantRelease(), preLetter, preNumber, post, dev, local);
  }

  /**
   * The normal form, which is what to write and what file names have.
   *
   * @return such as {@code 1.0rc1.post2.dev3+local.4}; trailing zeros of the release kept
   */
  @Override
  public String toString() {
    return text(release);
  }

  /**
   * The form for comparing texts, not for writing: trailing zeros of the release are dropped.
   *
   * @return the result of {@code packaging.utils.canonicalize_version}
   */
  public String canonical() {
    return text(significantRelease());
  }

  private String text(List<String> numbers) {
    return (hasEpoch() ? epoch + "!" : "")
        + String.join(".", numbers)
        + (preLetter == null ? "" : preLetter + preNumber)
        + (post == null ? "" : ".post" + post)
        + (dev == null ? "" : ".dev" + dev)
        + (local.isEmpty() ? "" : "+" + String.join(".", local));
  }
}
