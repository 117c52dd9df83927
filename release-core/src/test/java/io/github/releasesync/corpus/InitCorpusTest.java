package io.github.releasesync.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.check.Assessment;
import io.github.releasesync.goal.ChangeRequest;
import io.github.releasesync.goal.CheckRequest;
import io.github.releasesync.goal.FailOn;
import io.github.releasesync.goal.InitRequest;
import io.github.releasesync.goal.InitResult;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.Shared;
import io.github.releasesync.testing.WrittenPom;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What init writes for real repositories makes the groups that were inferred, and no other. */
class InitCorpusTest {

  private final ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());

  @TempDir Path temp;

  @Test
  void theGroupsOfRealRepositoriesStayTheSame() throws Exception {
    Shared.require("corpus");
    for (Path bundle : Bundles.all()) {
      String repository = Bundles.repository(bundle);
      Path clone = Bundles.cloned(bundle, temp);
      Assessment before = check(clone, Settings.none());
      ChangeRequest change =
          new ChangeRequest(
              clone,
              Optional.of(clone),
              Settings.none(),
              Optional.empty(),
              false,
              Optional.empty());
      InitResult result = releaser.init(new InitRequest(change, "0.1.0"));
      assertThat(result.failed()).as(repository).isFalse();
      assertThat(result.files()).as(repository).containsExactly("pom.xml");
      Assessment after = check(clone, WrittenPom.settings(clone.resolve("pom.xml")));
      assertThat(published(after)).as(repository).isEqualTo(published(before));
    }
  }

  private Assessment check(Path clone, Settings settings) {
    return releaser
        .check(
            new CheckRequest(
                clone,
                Optional.of(clone),
                Optional.of(temp.resolve("reports")),
                settings,
                List.of(),
                FailOn.NEVER))
        .assessment();
  }

  private static Map<String, TreeSet<String>> published(Assessment assessment) {
    Map<String, TreeSet<String>> groups = new TreeMap<>();
    assessment.groups().stream()
        .filter(group -> group.members().stream().anyMatch(Package::publishable))
        .forEach(
            group -> {
              TreeSet<String> members = new TreeSet<>();
              group.members().stream().map(Package::id).forEach(members::add);
              members.removeIf(id -> id.endsWith("-build"));
              groups.put(group.name() + " led by " + group.lead().id(), members);
            });
    return groups;
  }
}
