package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.git.Git;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.publish.ExecutionListener;
import io.github.releasesync.publish.Timeouts;
import io.github.releasesync.store.DistDirectory;
import io.github.releasesync.testing.GitSandbox;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanningTest {

  @TempDir Path temp;
  private GitSandbox git;

  @BeforeEach
  void commit() {
    git = GitSandbox.init(temp).write("Cargo.toml", "").commit("first");
  }

  @Test
  void filesOfTheCommitAreTaken() {
    built("\"" + git.head() + "\"", false);
    assertThatCode(() -> planning().requireBuiltFromHead(new DistDirectory(temp.resolve("dist"))))
        .doesNotThrowAnyException();
  }

  @Test
  void filesOfAnotherCommitAreRefused() {
    built("\"" + git.head() + "\"", false);
    git.write("a", "b").commit("second");
    assertThat(refused().message()).contains("from commit ");
  }

  @Test
  void filesOfChangesInNoCommitAreRefused() {
    built("\"" + git.head() + "\"", true);
    assertThat(refused().message()).contains("uncommitted changes");
  }

  @Test
  void filesOfAnUnknownCommitAreRefused() {
    git.write("dist/artifacts.json", "{");
    assertThat(refused().message()).contains("unreadable");
  }

  @Test
  void aPartOfTheModulesIsNotReleased() {
    PublishRequest part =
        new PublishRequest(
            temp,
            Optional.of(temp),
            Optional.empty(),
            Optional.empty(),
            Settings.none(),
            Optional.empty(),
            true,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Timeouts.rehearsal());
    ReleaseException e =
        catchThrowableOfType(
            ReleaseException.class,
            () -> new ReleaseSync(GitSandbox.runner()).publish(part, ExecutionListener.NONE));
    assertThat(e.problem().code()).isEqualTo(Code.REACTOR_PARTIAL);
  }

  private void built(String commit, boolean dirty) {
    git.write("dist/artifacts.json", "{\"commit\":" + commit + ",\"dirty\":" + dirty + "}");
  }

  private Problem refused() {
    ReleaseException e =
        catchThrowableOfType(
            ReleaseException.class,
            () -> planning().requireBuiltFromHead(new DistDirectory(temp.resolve("dist"))));
    assertThat(e.problem().code()).isEqualTo(Code.ARTIFACTS_OF_ANOTHER_COMMIT);
    return e.problem();
  }

  private Planning planning() {
    return new Planning(new Git(GitSandbox.runner()), temp);
  }
}
