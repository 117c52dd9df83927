package io.github.releasesync.version;

import java.util.List;
import java.util.Map;

/**
 * Where the level table differs from other tools on portable versions, by reason: {@code current
 * level -> ours}. The manual's page on levels says the same in words.
 */
final class LevelDifferences {

  /** From cargo-release. */
  static final Map<String, List<String>> CARGO_RELEASE =
      Map.ofEntries(
          Map.entry(
              "a stage alone does not say of which next version, where cargo-release takes the"
                  + " next patch",
              List.of(
                  "0.0.1 alpha -> refused",
                  "0.0.1 beta -> refused",
                  "0.0.1 rc -> refused",
                  "0.1.0 alpha -> refused",
                  "0.1.0 beta -> refused",
                  "0.1.0 rc -> refused",
                  "0.9.3 alpha -> refused",
                  "0.9.3 beta -> refused",
                  "0.9.3 rc -> refused",
                  "1.0.0 alpha -> refused",
                  "1.0.0 beta -> refused",
                  "1.0.0 rc -> refused",
                  "1.2.3 alpha -> refused",
                  "1.2.3 beta -> refused",
                  "1.2.3 rc -> refused")),
          Map.entry(
              "`release` has nothing to finish on a release; write `current`",
              List.of(
                  "0.0.1 release -> refused",
                  "0.1.0 release -> refused",
                  "0.9.3 release -> refused",
                  "1.0.0 release -> refused",
                  "1.2.3 release -> refused")),
          Map.entry(
              "a base that satisfies the level is finished, where cargo-release raises it again",
              List.of(
                  "0.1.0-alpha.1 minor -> 0.1.0",
                  "1.1.0-alpha.1 minor -> 1.1.0",
                  "1.1.0-alpha.2 minor -> 1.1.0",
                  "1.1.0-alpha.9 minor -> 1.1.0",
                  "1.1.0-beta.3 minor -> 1.1.0",
                  "1.1.0-rc.2 minor -> 1.1.0",
                  "2.0.0-alpha.1 major -> 2.0.0",
                  "2.0.0-alpha.1 minor -> 2.0.0")),
          Map.entry(
              "composite levels: cargo-release takes one word",
              List.of("1.0.0 minor alpha -> 1.1.0-alpha.1")),
          Map.entry("build metadata is not portable", List.of("1.2.0 1.2.0+x -> refused")));

  /** From commitizen, its counting from 0 and its glued {@code -a0} aside. */
  static final Map<String, List<String>> COMMITIZEN =
      Map.ofEntries(
          Map.entry(
              "a stage never goes back, where commitizen makes the next one of the stage it is in",
              List.of(
                  "0.1.1-beta.1 alpha -> refused",
                  "0.1.1-rc.0 alpha -> refused",
                  "0.1.1-rc.0 beta -> refused",
                  "1.1.0-beta.2 alpha -> refused",
                  "1.1.0-rc.1 alpha -> refused",
                  "1.1.0-rc.1 beta -> refused")),
          Map.entry(
              "a stage alone does not say of which next version, where commitizen makes a"
                  + " pre-release of the version that is released",
              List.of(
                  "0.9.3 alpha -> refused",
                  "0.9.3 beta -> refused",
                  "0.9.3 rc -> refused",
                  "0.9.3.post1 alpha -> refused",
                  "0.9.3.post1 beta -> refused",
                  "0.9.3.post1 rc -> refused",
                  "1.0.0 alpha -> refused",
                  "1.0.0 beta -> refused",
                  "1.0.0 rc -> refused",
                  "3.1.4 alpha -> refused",
                  "3.1.4 beta -> refused",
                  "3.1.4 rc -> refused")),
          Map.entry(
              "`release` has nothing to finish on a release; commitizen drops a post number,"
                  + " which goes back",
              List.of(
                  "0.9.3 release -> refused",
                  "0.9.3.post1 release -> refused",
                  "1.0.0 release -> refused")),
          Map.entry(
              "a composite level starts the next base, where commitizen stays on a base that"
                  + " satisfies it",
              List.of(
                  "1.0.1-alpha.0 patch-alpha -> 1.0.2-alpha.1",
                  "1.0.1-alpha.1 patch-alpha -> 1.0.2-alpha.1",
                  "1.0.1-alpha.1 patch-beta -> 1.0.2-beta.1",
                  "1.0.1-alpha.1 patch-rc -> 1.0.2-rc.1",
                  "1.1.0-alpha.0 patch-alpha -> 1.1.1-alpha.1",
                  "1.1.0-alpha.1 minor-alpha -> 1.2.0-alpha.1",
                  "1.1.0-alpha.1 minor-beta -> 1.2.0-beta.1",
                  "1.1.0-alpha.1 minor-rc -> 1.2.0-rc.1",
                  "1.1.0-alpha.1 patch-alpha -> 1.1.1-alpha.1",
                  "1.1.0-alpha.1 patch-beta -> 1.1.1-beta.1",
                  "1.1.0-alpha.1 patch-rc -> 1.1.1-rc.1",
                  "1.1.0-alpha.2 patch-alpha -> 1.1.1-alpha.1",
                  "1.1.0-beta.2 minor-alpha -> 1.2.0-alpha.1",
                  "1.1.0-beta.2 minor-beta -> 1.2.0-beta.1",
                  "1.1.0-beta.2 minor-rc -> 1.2.0-rc.1",
                  "1.1.0-beta.2 patch-alpha -> 1.1.1-alpha.1",
                  "1.1.0-beta.2 patch-beta -> 1.1.1-beta.1",
                  "1.1.0-beta.2 patch-rc -> 1.1.1-rc.1",
                  "1.1.0-rc.1 minor-alpha -> 1.2.0-alpha.1",
                  "1.1.0-rc.1 minor-beta -> 1.2.0-beta.1",
                  "1.1.0-rc.1 minor-rc -> 1.2.0-rc.1",
                  "1.1.0-rc.1 patch-alpha -> 1.1.1-alpha.1",
                  "1.1.0-rc.1 patch-beta -> 1.1.1-beta.1",
                  "1.1.0-rc.1 patch-rc -> 1.1.1-rc.1",
                  "2.0.0-alpha.0 minor-alpha -> 2.1.0-alpha.1",
                  "2.0.0-alpha.1 major-alpha -> 3.0.0-alpha.1",
                  "2.0.0-alpha.1 major-beta -> 3.0.0-beta.1",
                  "2.0.0-alpha.1 major-rc -> 3.0.0-rc.1",
                  "2.0.0-alpha.1 minor-alpha -> 2.1.0-alpha.1",
                  "2.0.0-alpha.1 minor-beta -> 2.1.0-beta.1",
                  "2.0.0-alpha.1 minor-rc -> 2.1.0-rc.1",
                  "2.0.0-alpha.1 patch-alpha -> 2.0.1-alpha.1",
                  "2.0.0-alpha.1 patch-beta -> 2.0.1-beta.1",
                  "2.0.0-alpha.1 patch-rc -> 2.0.1-rc.1",
                  "2.0.0-alpha.2 major-alpha -> 3.0.0-alpha.1",
                  "2.0.0-alpha.3 minor-alpha -> 2.1.0-alpha.1",
                  "2.0.0-alpha.4 patch-alpha -> 2.0.1-alpha.1",
                  "2.0.0-alpha.5 major-alpha -> 3.0.0-alpha.1",
                  "2.0.0-beta.0 minor-alpha -> 2.1.0-alpha.1",
                  "2.0.0-beta.0 patch-alpha -> 2.0.1-alpha.1",
                  "3.1.4-alpha.0 patch-alpha -> 3.1.5-alpha.1",
                  "3.3.4-alpha.0 patch-alpha -> 3.3.5-alpha.1",
                  "3.4.0-alpha.0 patch-alpha -> 3.4.1-alpha.1",
                  "3.4.0-alpha.1 minor-alpha -> 3.5.0-alpha.1",
                  "4.0.0-alpha.0 patch-alpha -> 4.0.1-alpha.1",
                  "4.0.0-alpha.1 minor-alpha -> 4.1.0-alpha.1",
                  "4.0.0-alpha.2 major-alpha -> 5.0.0-alpha.1")));

  /** From {@code uv version --bump}. */
  static final Map<String, List<String>> UV =
      Map.ofEntries(
          Map.entry(
              "a base that satisfies the level is finished, where uv raises it again",
              List.of("1.1.0-alpha.2 minor -> 1.1.0")));

  /** From tools that take the level from commits. */
  static final Map<String, List<String>> INFERRING =
      Map.ofEntries(
          Map.entry(
              "on 0.0.x what breaks raises the minor, as on all of 0.x",
              List.of(
                  "git-cliff both false 0.0.1 feat! -> 0.1.0", "release-plz 0.0.3 feat! -> 0.1.0")),
          Map.entry(
              "on 0.x a feature is a patch to Cargo",
              List.of("git-cliff default 0.1.0 feat -> 0.1.1")),
          Map.entry(
              "on 0.x what breaks raises the minor",
              List.of(
                  "git-cliff default 0.1.0 feat! -> 0.2.0",
                  "release-please default 0.1.2 feat! -> 0.2.0")),
          Map.entry(
              "what a pre-release's base does not satisfy starts the next base in the same stage",
              List.of(
                  "release-please prerelease 1.2.3-beta.1 feat -> 1.3.0-beta.1",
                  "release-please prerelease 1.3.0-beta.1 feat! -> 2.0.0-beta.1")),
          Map.entry(
              "no commit starts a pre-release",
              List.of("release-please prerelease(beta) 1.2.3 fix -> 1.2.4")));

  private LevelDifferences() {}
}
