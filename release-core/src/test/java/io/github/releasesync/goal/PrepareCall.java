package io.github.releasesync.goal;

import io.github.releasesync.prepare.ReleaseNotesOptions;
import io.github.releasesync.project.settings.RuleSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A call of prepare or tag, as a user makes it: what is not said is as by default. */
final class PrepareCall {

  private final Settings settings;
  private String level = "auto";
  private Optional<String> group = Optional.empty();
  private BumpOptions options = BumpOptions.none();
  private Optional<String> development = Optional.empty();
  private boolean tag = true;
  private boolean sign;
  private boolean push;
  private boolean dryRun;
  private List<RuleSpec> rules = List.of();

  PrepareCall(Settings settings) {
    this.settings = settings;
  }

  PrepareCall level(String text) {
    level = text;
    return this;
  }

  PrepareCall group(String name) {
    group = Optional.of(name);
    return this;
  }

  PrepareCall options(BumpOptions given) {
    options = given;
    return this;
  }

  PrepareCall development(String part) {
    development = PrepareRequest.developmentLevel(part);
    return this;
  }

  PrepareCall untagged() {
    tag = false;
    return this;
  }

  PrepareCall signed() {
    sign = true;
    return this;
  }

  PrepareCall pushed() {
    push = true;
    return this;
  }

  PrepareCall dry() {
    dryRun = true;
    return this;
  }

  PrepareCall rules(String line) {
    rules = RuleSpec.parse(line);
    return this;
  }

  PrepareRequest in(GitSandbox git) {
    return new PrepareRequest(
        new ChangeRequest(
            git.directory(),
            Optional.empty(),
            settings,
            group,
            dryRun,
            Optional.of(Path.of("target/release-sync"))),
        level,
        options,
        development,
        List.of("main", "hotfix/*"),
        ReleaseNotesOptions.of("align: release {version}", null, null, "2026-03-04"),
        tag,
        sign,
        push,
        Optional.empty(),
        false,
        List.of(),
        rules);
  }

  static String text(PrepareResult result) {
    return Printed.text(Printed.of(result));
  }

  static String text(TagResult result) {
    return Printed.text(Printed.of(result));
  }

  static String text(RollbackResult result) {
    return Printed.text(Printed.of(result));
  }
}
