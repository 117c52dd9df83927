package io.github.releasesync.version;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A version without an ecosystem's spelling: {@code X.Y.Z}, a pre-release {@code
 * X.Y.Z-(alpha|beta|rc).N}, a development version of {@code X.Y.Z}, or a post-release {@code N} of
 * {@code X.Y.Z}, which only PyPI can spell.
 *
 * <p>The order is the base, then development, alpha, beta, rc, the release, and its post-releases.
 */
public final class ReleaseVersion implements Comparable<ReleaseVersion> {

  /** The stages of a version, in ascending order. */
  public enum Stage {
    /** Being developed; never released. */
    DEVELOPMENT("dev"),
    /** An alpha release. */
    ALPHA("alpha"),
    /** A beta release. */
    BETA("beta"),
    /** A release candidate. */
    RC("rc"),
    /** The release itself, or a post-release of it. */
    FINAL("");

    private final String word;

    Stage(String word) {
      this.word = word;
    }

    /**
     * The word in a version.
     *
     * @return {@code dev}, {@code alpha}, {@code beta}, {@code rc}, or empty for the release
     */
    public String word() {
      return word;
    }

    /**
     * Whether a version of this stage has a number of its own.
     *
     * @return true for alpha, beta and rc
     */
    public boolean isNumbered() {
      return this == ALPHA || this == BETA || this == RC;
    }
  }

  private final String major;
  private final String minor;
  private final String patch;
  private final Stage stage;
  private final String number;
  private final String post;

  /** From digits without leading zeros; {@code number} and {@code post} are null where absent. */
  ReleaseVersion(
      String major, String minor, String patch, Stage stage, String number, String post) {
    this.major = major;
    this.minor = minor;
    this.patch = patch;
    this.stage = stage;
    this.number = number;
    this.post = post;
  }

  /**
   * The release {@code X.Y.Z}.
   *
   * @param major the major number
   * @param minor the minor number
   * @param patch the patch number
   * @return the release
   * @throws IllegalArgumentException if a number is negative
   */
  public static ReleaseVersion of(BigInteger major, BigInteger minor, BigInteger patch) {
    return new ReleaseVersion(
        Digits.of(major), Digits.of(minor), Digits.of(patch), Stage.FINAL, null, null);
  }

  /**
   * The release {@code X.Y.Z}.
   *
   * @param major the major number
   * @param minor the minor number
   * @param patch the patch number
   * @return the release
   * @throws IllegalArgumentException if a number is negative
   */
  public static ReleaseVersion of(long major, long minor, long patch) {
    return of(BigInteger.valueOf(major), BigInteger.valueOf(minor), BigInteger.valueOf(patch));
  }

  /**
   * A pre-release of this version's base.
   *
   * @param stage alpha, beta or rc
   * @param number its number
   * @return {@code X.Y.Z-stage.number}
   * @throws IllegalArgumentException if the stage has no number or the number is negative
   */
  public ReleaseVersion preRelease(Stage stage, BigInteger number) {
    if (!stage.isNumbered()) {
      throw new IllegalArgumentException(stage + " has no number");
    }
    return with(stage, Digits.of(number), null);
  }

  /**
   * The development version of this version's base.
   *
   * @return {@code X.Y.Z-dev}
   */
  public ReleaseVersion development() {
    return with(Stage.DEVELOPMENT, null, null);
  }

  /**
   * The release of this version's base, without stage and post number.
   *
   * @return {@code X.Y.Z}
   */
  public ReleaseVersion release() {
    return with(Stage.FINAL, null, null);
  }

  /**
   * A post-release of this release.
   *
   * @param number its number
   * @return the post-release
   * @throws IllegalStateException if this is a pre-release or a development version
   * @throws IllegalArgumentException if the number is negative
   */
  public ReleaseVersion withPost(BigInteger number) {
    if (stage != Stage.FINAL) {
      throw new IllegalStateException(this + " is not a release: it has no post-release");
    }
    return with(stage, null, Digits.of(number));
  }

  ReleaseVersion with(Stage newStage, String newNumber, String newPost) {
    return new ReleaseVersion(major, minor, patch, newStage, newNumber, newPost);
  }

  /** Major, minor and patch as digits. */
  List<String> baseDigits() {
    return List.of(major, minor, patch);
  }

  /**
   * Whether it has the major number of another version.
   *
   * @param other the other version
   * @return true for 1.0.0 and 1.2.0-rc.1
   */
  public boolean hasMajorOf(ReleaseVersion other) {
    return baseDigits().get(0).equals(other.baseDigits().get(0));
  }

  /**
   * Whether two versions are of one series.
   *
   * @param other another version
   * @return true if major and minor number are equal, as in all of 1.1.x
   */
  public boolean isOfSeries(ReleaseVersion other) {
    return major.equals(other.major) && minor.equals(other.minor);
  }

  /**
   * The version with its post number too, which only PyPI can spell.
   *
   * @return such as {@code 1.2.0}, {@code 1.2.0-beta.1} or {@code 1.2.0.post1}
   */
  public String text() {
    return post == null ? toString() : VersionMapping.spell(this, Ecosystem.PYPI);
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

  /**
   * The stage.
   *
   * @return the stage of this version
   */
  public Stage stage() {
    return stage;
  }

  /**
   * The number of a pre-release.
   *
   * @return converted on each call; empty unless this is an alpha, beta or rc
   */
  public Optional<BigInteger> number() {
    return Optional.ofNullable(number).map(BigInteger::new);
  }

  /** The number of the pre-release as digits, or null. */
  String numberDigits() {
    return number;
  }

  /**
   * The number of a post-release.
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
   * The base.
   *
   * @return {@code X.Y.Z}
   */
  public String base() {
    return major + "." + minor + "." + patch;
  }

  /**
   * Whether this is a development version.
   *
   * @return true if it can never be released
   */
  public boolean isDevelopment() {
    return stage == Stage.DEVELOPMENT;
  }

  /**
   * Whether this is a pre-release.
   *
   * @return true for alpha, beta, rc; and for a development version, the lowest pre-release
   */
  public boolean isPreRelease() {
    return stage != Stage.FINAL;
  }

  /**
   * Whether two packages of a group may have these versions away from a release tag: they map
   * exactly, or one of them is a development version of the same base.
   *
   * @param other the other package's version
   * @return true if the packages agree
   */
  public boolean agrees(ReleaseVersion other) {
    boolean developing = isDevelopment() || other.isDevelopment();
    return mapsExactly(other) || developing && base().equals(other.base());
  }

  /**
   * Whether two packages of a group may be released at these versions: they are equal, a
   * post-release counting as its release, because a fix of Python alone leaves the others where
   * they are.
   *
   * @param other the other package's version
   * @return true if base, stage and number are equal
   */
  public boolean mapsExactly(ReleaseVersion other) {
    return with(stage, number, null).equals(other.with(other.stage, other.number, null));
  }

  @Override
  public int compareTo(ReleaseVersion other) {
    int result = Digits.compare(major, other.major);
    if (result == 0) {
      result = Digits.compare(minor, other.minor);
    }
    if (result == 0) {
      result = Digits.compare(patch, other.patch);
    }
    if (result == 0) {
      result = stage.compareTo(other.stage);
    }
    if (result == 0) {
      result = compareNumber(number, other.number);
    }
    return result != 0 ? result : compareNumber(post, other.post);
  }

  private static int compareNumber(String a, String b) {
    if (a == null || b == null) {
      return Boolean.compare(a != null, b != null);
    }
    return Digits.compare(a, b);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReleaseVersion that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(major, minor, patch, stage, number, post);
  }

  /**
   * The version in release-sync's own spelling, which leaves out the post number.
   *
   * @return such as {@code 1.2.0}, {@code 1.2.0-beta.1} or {@code 1.2.0-dev}
   */
  @Override
  public String toString() {
    return switch (stage) {
      case FINAL -> base();
      case DEVELOPMENT -> base() + "-" + stage.word();
      default -> base() + "-" + stage.word() + "." + number;
    };
  }
}
