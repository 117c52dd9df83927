package io.github.releasesync.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MavenWordingTest {

  @Test
  void helpNamesCommandsAndOptionsAsMavenTakesThem() {
    Help help =
        Help.of("run `", Command.of("sync"), "`, or write ", Option.of("level", "patch"), 1);

    assertThat(MavenWording.DECLARED.text(help))
        .isEqualTo("run `mvn release-sync:sync`, or write -Drelease-sync.level=patch1");
    assertThat(help).hasToString("run `sync`, or write level=patch1");
  }

  @Test
  void theSettingsThatWereGivenAreRepeatedForGoalsThatHaveThem() {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("root", "my dir");
    given.put("level", "minor");
    given.put("group", "engine");
    MavenWording wording =
        new MavenWording(
            "io.github.releasesync:release-sync-maven-plugin:0.1.0",
            given,
            Map.of("sync", Set.of("root", "group"), "bump", Set.of("root", "group", "level")),
            Optional.empty());

    assertThat(wording.command(Command.of("sync", Option.of("group", "tools"))))
        .isEqualTo(
            "mvn io.github.releasesync:release-sync-maven-plugin:0.1.0:sync"
                + " -Drelease-sync.root='my dir' -Drelease-sync.group=tools");
    assertThat(wording.command(Command.of("help")))
        .isEqualTo("mvn io.github.releasesync:release-sync-maven-plugin:0.1.0:help");
  }

  @Test
  void aValueThatAShellWouldSplitIsQuoted() {
    assertThat(MavenWording.DECLARED.option(Option.of("copies", "a.py=v = \"{version}\" it's")))
        .isEqualTo("-Drelease-sync.copies='a.py=v = \"{version}\" it'\\''s'");
    assertThat(MavenWording.DECLARED.option(Option.named("dryRun")))
        .isEqualTo("-Drelease-sync.dryRun");
  }

  /** Maven takes an option without a value for {@code true}. */
  @Test
  void anEmptyValueIsRepeatedAsOne() {
    assertThat(repeated("branches", "")).isEqualTo("mvn release-sync:tag -Drelease-sync.branches=");
  }

  @Test
  void aCredentialInAnAddressIsNotRepeated() {
    assertThat(repeated("remote", "https://ada:s3cr3t@example.com/engine.git"))
        .isEqualTo("mvn release-sync:tag -Drelease-sync.remote=https://example.com/engine.git");
  }

  @Test
  void gitIsSentIntoTheRepositoryIfItWouldNotFindIt() {
    assertThat(MavenWording.DECLARED.git("diff")).isEqualTo("git diff");
    assertThat(
            new MavenWording("release-sync", Map.of(), Map.of(), Optional.of("../my engine"))
                .git("diff"))
        .isEqualTo("git -C '../my engine' diff");
  }

  private static String repeated(String name, String value) {
    return new MavenWording(
            "release-sync", Map.of(name, value), Map.of("tag", Set.of(name)), Optional.empty())
        .command(Command.of("tag"));
  }
}
