package io.github.releasesync.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.Groups;
import io.github.releasesync.project.group.PastReleases;
import io.github.releasesync.project.group.Policy;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.project.tree.WorkingTree;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.project.workspace.WorkspaceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildListTest {

  @TempDir Path temp;

  private Path root;

  @BeforeEach
  void realRoot() throws IOException {
    root = temp.toRealPath();
  }

  @Test
  void theCratesOfAWorkspaceAreOneBuildAndACrateAloneIsAnother() throws IOException {
    write("rust/Cargo.toml", "[workspace]\nmembers = [\"a\", \"b\"]\n");
    crate("rust/a", "a", "");
    crate("rust/b", "b", "");
    crate("tools", "alone", "");

    BuildList list = list();

    assertThat(list.crates()).extracting(CrateBuild::folder).containsExactly("rust", "tools");
    assertThat(names(list.crates().get(0))).containsExactly("a", "b");
  }

  @Test
  void aLockIsObeyedAndSaysWhetherANetworkIsNeeded() throws IOException {
    crate("a", "a", "");
    crate("b", "b", "");
    crate("c", "c", "");
    write("a/Cargo.lock", lock("a", ""));
    write(
        "b/Cargo.lock",
        lock("b", "")
            + lock(
                "serde", "source = \"registry+https://github.com/rust-lang/crates.io-index\"\n"));

    List<CrateBuild> crates = list().crates();

    assertThat(crates).extracting(CrateBuild::locked).containsExactly(true, true, false);
    assertThat(crates).extracting(CrateBuild::selfContained).containsExactly(true, false, false);
  }

  @Test
  void whatAnotherToolPublishesIsNotBuilt() throws IOException {
    crate("a", "a", "");
    crate("b", "b", "");
    Workspace workspace = workspace();
    List<Group> groups = Groups.of(workspace, PastReleases.none(), List.of());
    Settings settings = Settings.of(List.of(), null, List.of("cargo:a"));

    BuildList list = BuildList.of(workspace, groups, settings, WorkingTree.walk(root));

    assertThat(list.crates()).extracting(CrateBuild::folder).containsExactly("b");
    assertThat(list.leftOut()).containsExactly(new LeftOut("cargo:a", LeftOut.Reason.EXTERNAL));
  }

  @Test
  void whatMustNotBePublishedIsLeftOutWithANote() throws IOException {
    crate("a", "a", "publish = false\n");
    write(
        "b/pyproject.toml",
        """
        [project]
        name = "b"
        version = "1.0.0"
        classifiers = ["Private :: Do Not Upload"]
        [build-system]
        requires = ["hatchling"]
        build-backend = "hatchling.build"
        """);
    Workspace workspace = workspace();
    Group all =
        new Group(
            "all",
            workspace.packages().get(0),
            Policy.EXACT,
            true,
            List.of(),
            workspace.packages());

    BuildList list = BuildList.of(workspace, List.of(all), Settings.none(), WorkingTree.walk(root));

    assertThat(list.isEmpty()).isTrue();
    assertThat(list.leftOut())
        .containsExactlyInAnyOrder(
            new LeftOut("cargo:a", LeftOut.Reason.NOT_PUBLISHABLE),
            new LeftOut("pypi:b", LeftOut.Reason.NOT_PUBLISHABLE));
  }

  @Test
  void maturinIsCalledOnlyWhereItIsTheBackend() throws IOException {
    crate("rust", "engine", "");
    project("a", "maturin", "[tool.maturin]\nmanifest-path = \"../rust/Cargo.toml\"\n");
    project("b", "hatchling.build", "");
    write("rust/Cargo.lock", lock("engine", ""));

    List<PythonBuild> projects = list().projects();

    assertThat(projects)
        .extracting(PythonBuild::backend)
        .containsExactly(PythonBackend.MATURIN, PythonBackend.PEP_517);
    assertThat(projects).extracting(PythonBuild::locked).containsExactly(true, false);
    assertThat(projects).extracting(PythonBuild::selfContained).containsExactly(true, false);
  }

  private BuildList list() {
    Workspace workspace = workspace();
    List<Group> groups = Groups.of(workspace, PastReleases.none(), List.of());
    return BuildList.of(workspace, groups, Settings.none(), WorkingTree.walk(root));
  }

  private Workspace workspace() {
    return new WorkspaceReader().read(WorkingTree.walk(root));
  }

  private static List<String> names(CrateBuild build) {
    return build.crates().stream().map(Package::name).toList();
  }

  private void crate(String folder, String name, String more) throws IOException {
    write(
        folder + "/Cargo.toml", "[package]\nname = \"" + name + "\"\nversion = \"1.0.0\"\n" + more);
  }

  private void project(String folder, String backend, String more) throws IOException {
    write(
        folder + "/pyproject.toml",
        """
        [project]
        name = "%s"
        version = "1.0.0"
        [build-system]
        requires = ["x"]
        build-backend = "%s"
        %s"""
            .formatted(folder, backend, more));
  }

  private static String lock(String name, String source) {
    return "[[package]]\nname = \"" + name + "\"\nversion = \"1.0.0\"\n" + source + "\n";
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.writeString(root.resolve(path), text);
  }
}
