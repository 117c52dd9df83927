package io.github.releasesync.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.changelog.ChangelogEntry;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupRelease;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.group.Policy;
import io.github.releasesync.project.group.ReachableTag;
import io.github.releasesync.project.group.TagFormat;
import io.github.releasesync.project.settings.ChangelogSpec;
import io.github.releasesync.project.tree.WorkingTree;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.VersionSource;
import io.github.releasesync.report.MavenWording;
import io.github.releasesync.text.FileChange;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.VersionMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangelogsTest {

  private static final String KEPT = "# Changelog\n\n## Unreleased\n\n## 1.1.0 - 2026-02-01\n";

  @TempDir Path temp;

  @Test
  void aChangelogAtTheRootSpeaksOfTheWholeGroup() {
    write("CHANGELOG.md", KEPT);

    ChangelogUpdate update = update(ChangelogSpec.DEFAULT);

    assertThat(texts(update)).containsOnlyKeys("CHANGELOG.md");
    assertThat(texts(update).get("CHANGELOG.md"))
        .contains("## 1.2.0 - 2026-03-09\n\n### Added\n\n- for Rust\n- for both\n\n### Fixed")
        .endsWith("\n\n## 1.1.0 - 2026-02-01\n");
    assertThat(update.notes().body()).contains("### Rust").contains("### Python");
    assertThat(update.infos()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Next",
        "Current",
        "main",
        "master",
        "HEAD",
        "Upcoming",
        "**Next release**",
        "Next (soon)"
      })
  void whatStandsAboveTheNewestReleaseUnderAnotherNameIsUnreleased(String name) {
    write(
        "CHANGELOG.md",
        "# Changelog\n\n## " + name + "\n\n- A note.\n\n## 1.1.0 (2026-01-01)\n\n- First.\n");

    ChangelogUpdate update = update(ChangelogSpec.DEFAULT);

    assertThat(texts(update).get("CHANGELOG.md"))
        .startsWith("# Changelog\n\n## " + name + "\n\n## 1.2.0 (2026-03-09)\n\n- A note.\n");
    assertThat(update.notes().body()).contains("- A note.");
    assertThat(update.infos()).isEmpty();
  }

  @Test
  void anUnderlinedNameCountsToo() {
    write("CHANGELOG.rst", "Next\n----\n\n* A note.\n\n1.1.0 - 2026-01-01\n-----\n\n* First.\n");

    assertThat(texts(update(ChangelogSpec.DEFAULT)).get("CHANGELOG.rst"))
        .startsWith("Next\n----\n\n1.2.0 - 2026-03-09\n------------------\n");
  }

  @Test
  void whatStandsThereUnderAnUnknownNameIsLeftAloneAndTold() {
    write(
        "CHANGELOG.md",
        "# Changelog\n\n## Soon\n\n- A note.\n\n## 1.1.0 (2026-01-01)\n\n- First.\n");

    ChangelogUpdate update = update(ChangelogSpec.DEFAULT);

    assertThat(texts(update).get("CHANGELOG.md"))
        .startsWith("# Changelog\n\n## Soon\n\n- A note.\n\n## 1.2.0 (2026-03-09)\n");
    assertThat(update.infos())
        .map(Object::toString)
        .containsExactly("CHANGELOG.md:3 `Soon` was left alone");
  }

  @Test
  void besideAnUnreleasedSectionTheOtherNameIsLeftAlone() {
    write(
        "CHANGELOG.md",
        "# Changelog\n\n## Next\n\n- A note.\n\n## Unreleased\n\n## 1.1.0 (2026-01-01)\n");

    assertThat(update(ChangelogSpec.DEFAULT).infos())
        .map(Object::toString)
        .containsExactly("CHANGELOG.md:3 `Next` was left alone");
  }

  @Test
  void aSectionOfThatNameBelowTheNewestReleaseIsNone() {
    write(
        "CHANGELOG.md",
        "# Changelog\n\n## 1.1.0 (2026-01-01)\n\n- First.\n\n## Next\n\n- Later, perhaps.\n");

    ChangelogUpdate update = update(ChangelogSpec.DEFAULT);

    assertThat(texts(update).get("CHANGELOG.md"))
        .contains("## 1.1.0 (2026-01-01)\n\n- First.\n\n## Next\n\n- Later, perhaps.\n");
    assertThat(update.infos()).isEmpty();
  }

  @Test
  void whereEachPackageKeepsOneEachSpeaksOfItsOwn() {
    write("engine/CHANGELOG.md", KEPT);
    write("python/CHANGELOG.md", KEPT);

    Map<String, String> texts = texts(update(ChangelogSpec.DEFAULT));

    assertThat(texts).containsOnlyKeys("engine/CHANGELOG.md", "python/CHANGELOG.md");
    assertThat(texts.get("engine/CHANGELOG.md"))
        .contains("for Rust", "for both")
        .doesNotContain("for Python");
    assertThat(texts.get("python/CHANGELOG.md"))
        .contains("for Python", "for both")
        .doesNotContain("for Rust");
  }

  @Test
  void theOneAtTheRootIsKeptBesideThemIfItSpeaksOfTheReleaseBefore() {
    write("CHANGELOG.md", KEPT);
    write("engine/CHANGELOG.md", KEPT);
    write("python/CHANGELOG.md", "# Changelog\n\n## Unreleased\n");
    assertThat(texts(update(ChangelogSpec.DEFAULT))).hasSize(3);

    write("CHANGELOG.md", "# Changelog\n\n## Unreleased\n");
    assertThat(texts(update(ChangelogSpec.DEFAULT))).hasSize(2);
  }

  @Test
  void thePackageWhoseVersionStaysKeepsItsChangelogAsItIs() {
    write("engine/CHANGELOG.md", KEPT);
    write("python/CHANGELOG.md", KEPT);
    ChangelogRequest request = request(Map.of("cargo:engine", "1.2.0"));

    ChangelogUpdate update = new Changelogs(tree(), ChangelogSpec.DEFAULT).update(request);

    assertThat(texts(update)).containsOnlyKeys("engine/CHANGELOG.md");
  }

  @Test
  void aLinkToTheChangelogAtTheRootIsThatOne() throws IOException {
    write("CHANGELOG.md", KEPT);
    write("engine/Cargo.toml", "");
    Files.createSymbolicLink(temp.resolve("engine/CHANGELOG.md"), Path.of("..", "CHANGELOG.md"));

    assertThat(texts(update(ChangelogSpec.DEFAULT))).containsOnlyKeys("CHANGELOG.md");
  }

  @Test
  void fragmentsBesideTheChangelogBecomeEntriesAndAreNamed() {
    write("CHANGELOG.md", KEPT);
    write("changelog.d/12.fixed.md", "A bug\n");
    write("changelog.d/README.md", "How to\n");
    write("changes/13.fixed.md", "Another bug\n");

    ChangelogUpdate update = update(ChangelogSpec.DEFAULT);
    assertThat(update.fragments()).containsExactly("changelog.d/12.fixed.md");
    assertThat(texts(update).get("CHANGELOG.md")).contains("- A bug (#12)\n");

    assertThat(
            update(ChangelogSpec.DEFAULT.withFragments(List.of("changes", "changelog.d")))
                .fragments())
        .containsExactly("changes/13.fixed.md", "changelog.d/12.fixed.md");
  }

  @Test
  void aChangelogBeginsOnlyWhereThatIsConfigured() {
    ChangelogUpdate told = update(ChangelogSpec.of("auto"));
    assertThat(told.files()).isEmpty();
    assertThat(told.infos()).singleElement().asString().contains("changelog=create");
    assertThat(told.notes().body()).contains("for Rust");

    ChangelogUpdate made = update(ChangelogSpec.of("create"));
    assertThat(made.files())
        .singleElement()
        .satisfies(file -> assertThat(file.before()).isEmpty())
        .extracting(FileChange::path)
        .isEqualTo("CHANGELOG.md");
  }

  @Test
  void aFileThatLeadsElsewhereIsLeftAlone() {
    write("CHANGELOG.md", "# Changelog\n\nSee the [releases](https://example.org).\n");
    for (String changelog : List.of("auto", "create")) {
      ChangelogUpdate update = update(ChangelogSpec.of(changelog));
      assertThat(update.files()).isEmpty();
      assertThat(update.infos()).singleElement().asString().contains("left unchanged");
    }
  }

  @Test
  void nothingChangesWhereAnotherToolWrites() {
    write("CHANGELOG.md", KEPT);
    ChangelogUpdate update = update(ChangelogSpec.of("off"));
    assertThat(update.files()).isEmpty();
    assertThat(update.infos()).isEmpty();
  }

  @Test
  void aTemplateIsReadFromTheTree() {
    write("CHANGELOG.md", KEPT);
    write("docs/release.md", "## {version} of {date}, tag {tag} after {previousTag}\n");
    assertThat(texts(update(ChangelogSpec.of("docs/release.md"))).get("CHANGELOG.md"))
        .contains("## Unreleased\n\n## 1.2.0 of 2026-03-09, tag v1.2.0 after v1.2.0-alpha.1\n\n");
  }

  @Test
  void whatIsNeitherAWordNorATemplateIsRefused() {
    for (String text : List.of("never", "../up.md")) {
      assertThatThrownBy(() -> ChangelogSpec.of(text))
          .isInstanceOfSatisfying(
              ReleaseException.class,
              e -> assertThat(e.problem().code()).isEqualTo(Code.CONFIGURATION_INVALID));
    }
  }

  @Test
  void entriesBeginAfterTheReleaseBefore() {
    GroupTags tags = tags();
    Changelogs own = new Changelogs(tree(), ChangelogSpec.DEFAULT);
    Changelogs merging = new Changelogs(tree(), ChangelogSpec.DEFAULT.withMergedPreReleases(true));
    assertThat(before(own, tags, "1.2.0")).isEqualTo("v1.2.0-alpha.1");
    assertThat(before(merging, tags, "1.2.0")).isEqualTo("v1.1.0");
    assertThat(before(merging, tags, "1.2.0-beta.1")).isEqualTo("v1.2.0-alpha.1");
    assertThat(before(own, tags, "1.1.0.post1")).isEqualTo("v1.1.0");
  }

  private static String before(Changelogs changelogs, GroupTags tags, String version) {
    return changelogs.previous(tags, version(version)).orElseThrow().tag().name();
  }

  @Test
  void aReleaseThatNothingIsSaidOfIsTold() {
    write("CHANGELOG.md", KEPT);
    ChangelogRequest request = request(Map.of("cargo:engine", "1.2.0"));
    ChangelogRequest silent =
        new ChangelogRequest(
            request.tags(),
            request.version(),
            request.date(),
            request.repository(),
            request.versions(),
            false,
            List.of());
    assertThat(new Changelogs(tree(), ChangelogSpec.DEFAULT).update(silent).infos())
        .extracting(MavenWording.DECLARED::text)
        .containsExactly(
            "CHANGELOG.md has no entries for 1.2.0; to repeat the entries of its pre-releases:"
                + " -Drelease-sync.mergePreReleases=true");
  }

  @Test
  void aFixOfPythonAloneIsNotWhatTheNextReleaseBeginsAfter() {
    GroupTags tags = tags("1.1.0.post1", "1.1.0");
    Changelogs changelogs = new Changelogs(tree(), ChangelogSpec.DEFAULT);
    assertThat(before(changelogs, tags, "1.2.0")).isEqualTo("v1.1.0");
    assertThat(before(changelogs, tags, "1.1.0.post2")).isEqualTo("v1.1.0.post1");
  }

  @Test
  void whatIsConfiguredBesideTheMode() {
    ChangelogSpec spec =
        ChangelogSpec.of(
            "create", List.of("changes/next"), List.of("docs = Documentation", "fix=Mended"), true);
    assertThat(spec.mode()).isEqualTo(ChangelogSpec.Mode.CREATE);
    assertThat(spec.fragments()).containsExactly("changes/next");
    assertThat(spec.mergePreReleases()).isTrue();
    assertThat(spec.kinds().section("docs", false)).contains("Documentation");
    assertThat(spec.kinds().section("fix", false)).contains("Mended");
    assertThat(spec.kinds().section("perf", false)).contains("Changed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs", "=Documentation", "docs=", "docs=a\nb"})
  void aSectionHasATypeAndAHeading(String section) {
    assertThatThrownBy(() -> ChangelogSpec.of("auto", null, List.of(section), false))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> assertThat(e.problem().code()).isEqualTo(Code.CONFIGURATION_INVALID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../elsewhere", "/etc", ""})
  void aFolderOfFragmentsIsInTheRepository(String folder) {
    assertThatThrownBy(() -> ChangelogSpec.of("auto", List.of(folder), null, false))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> assertThat(e.problem().code()).isEqualTo(Code.CONFIGURATION_INVALID));
  }

  @Test
  void theChangelogOfAnotherGroupAtTheRootIsLeftAlone() {
    write("CHANGELOG.md", KEPT);
    assertThat(ofOthers().files()).isEmpty();
    assertThat(ofOthers().infos()).singleElement().asString().contains("no changelog for");
  }

  @Test
  void oneChangelogAtTheRootMayServeAllGroupsByName() {
    write("CHANGELOG.md", "# Changelog\n\n## `other` - [1.1.0] - 2026-01-01\n\n- all\n");
    assertThat(ofOthers().files()).extracting(FileChange::path).containsExactly("CHANGELOG.md");
  }

  private ChangelogUpdate ofOthers() {
    ChangelogRequest request = request(Map.of("cargo:engine", "1.2.0"));
    return new Changelogs(tree(), ChangelogSpec.DEFAULT)
        .update(
            new ChangelogRequest(
                request.tags(),
                request.version(),
                request.date(),
                request.repository(),
                request.versions(),
                true,
                request.entries()));
  }

  private ChangelogUpdate update(ChangelogSpec spec) {
    return new Changelogs(tree(), spec)
        .update(request(Map.of("cargo:engine", "1.2.0", "pypi:engine-py", "1.2.0")));
  }

  private static ChangelogRequest request(Map<String, String> versions) {
    return new ChangelogRequest(
        tags(),
        version("1.2.0"),
        LocalDate.of(2026, 3, 9),
        Optional.of("https://github.com/o/r"),
        versions,
        false,
        List.of(
            entry("Added", "for Rust", List.of("cargo:engine")),
            entry("Fixed", "for Python", List.of("pypi:engine-py")),
            entry("Added", "for both", List.of())));
  }

  private static ChangelogEntry entry(String section, String text, List<String> packages) {
    return ChangelogEntry.ofCommit(
        section, text, Optional.empty(), Optional.empty(), Set.of(), "0123456789", packages);
  }

  private static GroupTags tags() {
    return tags("1.2.0-alpha.1", "1.1.0", "1.0.0");
  }

  private static GroupTags tags(String... versions) {
    Package crate = released(Ecosystem.CARGO, "engine", "engine/Cargo.toml");
    Package wheel = released(Ecosystem.PYPI, "engine-py", "python/pyproject.toml");
    Group group = new Group("engine", crate, Policy.EXACT, true, List.of(), List.of(crate, wheel));
    List<GroupRelease> releases = new ArrayList<>();
    for (String text : versions) {
      releases.add(
          new GroupRelease(ReachableTag.of("v" + text, "0123", true, false), version(text)));
    }
    return new GroupTags(group, TagFormat.OF_ONE_GROUP, releases);
  }

  private static Package released(Ecosystem ecosystem, String name, String manifest) {
    return new Package(
        ecosystem,
        name,
        manifest,
        Optional.of("1.1.0"),
        Optional.empty(),
        VersionSource.LITERAL,
        Optional.of(version("1.1.0")),
        true);
  }

  private static ReleaseVersion version(String text) {
    return VersionMapping.readAny(text).orElseThrow();
  }

  private WorkingTree tree() {
    return WorkingTree.of(temp, List.of());
  }

  private void write(String path, String text) {
    try {
      Files.createDirectories(temp.resolve(path).getParent());
      Files.writeString(temp.resolve(path), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, String> texts(ChangelogUpdate update) {
    Map<String, String> texts = new TreeMap<>();
    update.files().forEach(file -> texts.put(file.path(), file.after().content()));
    return texts;
  }
}
