package io.github.releasesync.version;

import io.github.releasesync.version.NextVersion.Found;
import io.github.releasesync.version.NextVersion.Refused;
import io.github.releasesync.version.ReleaseVersion.Stage;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The level of the next release version. {@code toString} is the word that {@link #parse} takes.
 *
 * <p>The first pre-release of a base is number 1, and so is the first post-release.
 */
public sealed interface Level
    permits Level.Bump, Level.PreRelease, Level.Explicit, Level.Development, Level.Word {

  /** The word of {@link Development}. */
  String DEVELOPMENT = "development";

  /** The number of {@code X.Y.Z} that increases. */
  enum Part {
    /** Z. */
    PATCH,
    /** Y; Z becomes 0. */
    MINOR,
    /** X; Y and Z become 0. */
    MAJOR;

    /**
     * Whether releasing a base is a step of this size already: 1.2.0 is a minor one, 2.0.0 is a
     * minor and a major one, and every base is a patch. 0.0.0 is what a project begins with.
     */
    boolean isSatisfiedBy(ReleaseVersion version) {
      List<String> base = version.baseDigits();
      boolean minor = base.get(2).equals("0") && !base.equals(List.of("0", "0", "0"));
      return switch (this) {
        case PATCH -> true;
        case MINOR -> minor;
        case MAJOR -> minor && base.get(1).equals("0");
      };
    }

    ReleaseVersion raise(ReleaseVersion version) {
      List<String> base = version.baseDigits();
      String major = base.get(0);
      String minor = base.get(1);
      return switch (this) {
        case PATCH -> release(major, minor, Digits.increment(base.get(2)));
        case MINOR -> release(major, Digits.increment(minor), "0");
        case MAJOR -> release(Digits.increment(major), "0", "0");
      };
    }

    private static ReleaseVersion release(String major, String minor, String patch) {
      return new ReleaseVersion(major, minor, patch, Stage.FINAL, null, null);
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * {@code patch}, {@code minor} or {@code major}, alone or with the stage of a pre-release.
   *
   * <p>Alone, it finishes a pre-release or development version whose base satisfies it: {@code
   * minor} makes 1.2.0 of 1.2.0-alpha.2. With a stage it starts that stage of the next base, which
   * for a development version is its own base if that satisfies the level: {@code minor-alpha}
   * makes 1.2.0-alpha.1 of 1.2.0-dev, and 1.3.0-alpha.1 of 1.2.0-alpha.2.
   *
   * @param part the number to increase
   * @param stage alpha, beta or rc; {@code FINAL} for the level alone
   */
  record Bump(Part part, Stage stage) implements Level {

    /**
     * Checks the stage.
     *
     * @throws IllegalArgumentException for a development version, which is never released
     */
    public Bump {
      if (stage == Stage.DEVELOPMENT) {
        throw new IllegalArgumentException("a development version is never released");
      }
    }

    /**
     * The level alone.
     *
     * @param part the number to increase
     */
    public Bump(Part part) {
      this(part, Stage.FINAL);
    }

    @Override
    public Found next(ReleaseVersion current) {
      boolean alone = stage == Stage.FINAL;
      boolean open = alone ? current.isPreRelease() : current.isDevelopment();
      ReleaseVersion base =
          open && part.isSatisfiedBy(current) ? current.release() : part.raise(current);
      return new Found(alone ? base : base.with(stage, "1", null));
    }

    @Override
    public String toString() {
      return stage == Stage.FINAL ? part.toString() : part + "-" + stage.word();
    }
  }

  /**
   * {@code alpha}, {@code beta} or {@code rc} alone: the next pre-release of the same base, in the
   * stage that the version is in or a later one.
   *
   * @param stage alpha, beta or rc
   */
  record PreRelease(Stage stage) implements Level {

    /**
     * Checks the stage.
     *
     * @throws IllegalArgumentException if the stage has no number
     */
    public PreRelease {
      if (!stage.isNumbered()) {
        throw new IllegalArgumentException(stage + " has no number");
      }
    }

    @Override
    public NextVersion next(ReleaseVersion current) {
      if (!current.isPreRelease()) {
        return new Refused(
            current.text() + " is a release, and `" + this + "` does not state the next base",
            Part.MINOR + "-" + this);
      }
      if (current.stage().compareTo(stage) > 0) {
        return new Refused(
            current + " is past `" + this + "`, and a version never goes back",
            current.stage().word());
      }
      return new Found(after(current));
    }

    /** The version after one that is in this stage or before it. */
    ReleaseVersion after(ReleaseVersion version) {
      String number = version.stage() == stage ? Digits.increment(version.numberDigits()) : "1";
      return version.with(stage, number, null);
    }

    @Override
    public String toString() {
      return stage.word();
    }
  }

  /**
   * One version, whatever the current one is, unless that would go back.
   *
   * @param version the version
   */
  record Explicit(ReleaseVersion version) implements Level {

    @Override
    public NextVersion next(ReleaseVersion current) {
      String text = version.text();
      if (version.compareTo(current) < 0) {
        return new Refused(
            text + " is lower than " + current.text() + ", and a version never goes back",
            Part.PATCH.toString());
      }
      if (version.isDevelopment()) {
        return new Refused(
            text + " is a development version, which is never released", version.base());
      }
      boolean post = version.postDigits() != null;
      if (post && (current.isPreRelease() || !current.base().equals(version.base()))) {
        return new Refused(
            text + " fixes the release " + version + ", and the current one is " + current.text(),
            version.base());
      }
      return new Found(version);
    }

    @Override
    public String toString() {
      return version.text();
    }
  }

  /**
   * The development version after a release, which is never released itself: the next version of
   * that part, or the base of a pre-release if it is a step of that size. A development version
   * becomes one that is further away.
   *
   * @param part the number that the next release increases
   */
  record Development(Part part) implements Level {

    @Override
    public NextVersion next(ReleaseVersion current) {
      if (current.isDevelopment() && part.isSatisfiedBy(current)) {
        return new Refused(current + " is a development version already", Word.RELEASE.toString());
      }
      boolean onTheWay = current.isPreRelease() && part.isSatisfiedBy(current);
      ReleaseVersion base = onTheWay ? current.release() : part.raise(current);
      return new Found(base.development());
    }

    @Override
    public String toString() {
      return part == Part.PATCH ? DEVELOPMENT : part + "-" + DEVELOPMENT;
    }
  }

  /** The levels that have no parts. */
  enum Word implements Level {
    /** Finishes a pre-release or development version: {@code X.Y.Z} of its base. */
    RELEASE,
    /** Releases the version in the manifests. */
    CURRENT,
    /** The next post-release of a release, which only PyPI can spell. */
    POST,
    /**
     * The level that the commits since the last release ask for: see {@link CommitImpact#level}.
     */
    AUTO;

    @Override
    public NextVersion next(ReleaseVersion current) {
      return switch (this) {
        case RELEASE ->
            current.isPreRelease()
                ? new Found(current.release())
                : new Refused(
                    current.text() + " is no pre-release, so there is nothing to finish",
                    CURRENT.toString());
        case CURRENT ->
            current.isDevelopment()
                ? new Refused(
                    current + " is a development version, which is never released",
                    RELEASE.toString())
                : new Found(current);
        case POST ->
            current.isPreRelease()
                ? new Refused(
                    current + " is no release, so there is nothing to fix", RELEASE.toString())
                : new Found(postAfter(current));
        case AUTO ->
            throw new IllegalStateException("`auto` is another level for each set of commits");
      };
    }

    static ReleaseVersion postAfter(ReleaseVersion release) {
      String post = release.postDigits();
      return release.with(Stage.FINAL, null, post == null ? "1" : Digits.increment(post));
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads a level: {@code patch}, {@code minor} or {@code major}, each alone or with {@code alpha},
   * {@code beta} or {@code rc} ({@code minor-alpha}, {@code minor alpha}, {@code minor,alpha});
   * {@code development}, alone or after {@code minor} or {@code major}; {@code alpha}, {@code
   * beta}, {@code rc}, {@code release}, {@code current}, {@code post}, {@code auto}; or a portable
   * version of three numbers as SemVer or PEP 440 spells it, of at most 150 characters, as
   * crates.io takes it.
   *
   * @param text in letters of any case, white space around it allowed
   * @return the level
   * @throws InvalidVersionException if it is none of these; the message names what is
   */
  static Level parse(String text) {
    return LevelParser.parse(text);
  }

  /**
   * The next version by this level, regardless of existing releases.
   *
   * @param current the version that the manifests state; of a group whose Python package is at a
   *     post-release, that one
   * @return the next version, never lower than the current one; or why there is none
   * @throws IllegalStateException for {@code auto}, which the caller resolves first
   */
  NextVersion next(ReleaseVersion current);

  /**
   * The next version by this level if HEAD can reach every tag.
   *
   * @param current the version that the manifests state
   * @param released the versions of the group's tags
   * @return as {@link #next(ReleaseVersion, Collection, Collection)}
   * @throws IllegalStateException for {@code auto}, which the caller resolves first
   */
  default NextVersion next(ReleaseVersion current, Collection<ReleaseVersion> released) {
    return next(current, released, released);
  }

  /**
   * The next version by this level, never at or below a released version of its series (X.Y.*), and
   * never at a tagged one. Where the first choice is taken, the level counts on:
   *
   * <ul>
   *   <li>{@code patch}, {@code minor}, {@code major} increase their number until it is free;
   *   <li>with a stage, first the number of the pre-release, and the base once that is past the
   *       stage;
   *   <li>{@code alpha}, {@code beta}, {@code rc} and {@code post} increase their own number, and
   *       are refused if the base or a later stage of it is released;
   *   <li>{@code development} increases its number; pre-releases of its base do not count;
   *   <li>{@code release}, {@code current} and a version are refused.
   * </ul>
   *
   * @param current the version that the manifests state
   * @param released the versions of the group's tags that HEAD can reach
   * @param tagged the versions of all tags of the group; those of {@code released} need not be in
   *     it
   * @return the next version, or why there is none
   * @throws IllegalStateException for {@code auto}, which the caller resolves first
   */
  default NextVersion next(
      ReleaseVersion current,
      Collection<ReleaseVersion> released,
      Collection<ReleaseVersion> tagged) {
    return new TakenVersions(released, tagged).next(this, current);
  }
}
