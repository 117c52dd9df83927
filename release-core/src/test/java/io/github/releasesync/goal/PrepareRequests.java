package io.github.releasesync.goal;

import io.github.releasesync.prepare.ReleaseNotesOptions;
import io.github.releasesync.project.settings.RuleSpec;
import io.github.releasesync.project.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code prepare} and {@code tag} are asked, from the parameters that a user would write. */
final class PrepareRequests {

  private PrepareRequests() {}

  /** A request of the fourth of March. */
  static PrepareRequest of(
      Path tree, Settings settings, boolean dryRun, String level, Map<String, String> given) {
    Optional<String> ignoreUnportedFixes = Optional.ofNullable(given.get("ignoreUnportedFixes"));
    return new PrepareRequest(
        new ChangeRequest(
            tree,
            Optional.empty(),
            settings,
            Optional.ofNullable(given.get("group")),
            dryRun,
            Optional.of(Path.of("target/release-sync"))),
        level,
        BumpOptions.of(given.get("package"), given.get("bumpDependents")),
        PrepareRequest.developmentLevel(given.get("developmentVersion")),
        List.of(given.getOrDefault("branches", "main,hotfix/*").split(",")),
        ReleaseNotesOptions.of(
            given.getOrDefault("message", "align: release {version}"),
            given.get("note"),
            given.get("releaseNotesFile"),
            "2026-03-04"),
        Boolean.parseBoolean(given.getOrDefault("tag", "true")),
        false,
        Boolean.parseBoolean(given.get("push")),
        Optional.ofNullable(given.get("remote")),
        false,
        ignoreUnportedFixes.map(ids -> List.of(ids.split(","))).orElse(List.of()),
        Optional.ofNullable(given.get("rules")).map(RuleSpec::parse).orElse(List.of()));
  }
}
