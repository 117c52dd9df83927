package io.github.releasesync.version;

import io.github.releasesync.version.Level.Bump;
import io.github.releasesync.version.Level.Part;
import io.github.releasesync.version.Level.PreRelease;
import java.util.Optional;

/**
 * The impact of commits on users, in ascending order: of several commits, the greatest counts (<a
 * href="https://www.conventionalcommits.org/en/v1.0.0/">Conventional Commits 1.0.0</a>).
 */
public enum CommitImpact {
  /** No change for users: documentation, tests, chores. */
  NONE,
  /** A fix, or better performance. */
  FIX,
  /** A feature. */
  FEATURE,
  /** A breaking change. */
  BREAKING;

  /**
   * The level of the next release, a major version of zero being initial development.
   *
   * @param current the version that the manifests state
   * @return as {@link #level(ReleaseVersion, boolean)} with {@code majorVersionZero}
   */
  public Optional<Level> level(ReleaseVersion current) {
    return level(current, true);
  }

  /**
   * The level of the next release: {@code major} for a breaking change, {@code minor} for a
   * feature, {@code patch} for a fix. On 0.x, with {@code majorVersionZero}, it is {@code minor}
   * for a breaking change and {@code patch} for the rest, because for Cargo 0.2.4 is compatible
   * with 0.2.3, and 0.3.0 is not (<a
   * href="https://doc.rust-lang.org/cargo/reference/semver.html">Cargo book</a>). On 0.0.x the same
   * holds.
   *
   * <p>An alpha, beta or rc is not finished by commits: the level is the next pre-release of its
   * stage, of the same base if that satisfies the change, and of a higher one if not. A development
   * version is finished.
   *
   * @param current the version that the manifests state
   * @param majorVersionZero whether 0.x has the rules of initial development
   * @return the level, or empty if there is nothing to release
   */
  public Optional<Level> level(ReleaseVersion current, boolean majorVersionZero) {
    if (this == NONE) {
      return Optional.empty();
    }
    boolean initial = majorVersionZero && current.baseDigits().get(0).equals("0");
    Part part =
        switch (this) {
          case BREAKING -> initial ? Part.MINOR : Part.MAJOR;
          case FEATURE -> initial ? Part.PATCH : Part.MINOR;
          default -> Part.PATCH;
        };
    if (!current.stage().isNumbered()) {
      return Optional.of(new Bump(part));
    }
    return Optional.of(
        part.isSatisfiedBy(current)
            ? new PreRelease(current.stage())
            : new Bump(part, current.stage()));
  }
}
