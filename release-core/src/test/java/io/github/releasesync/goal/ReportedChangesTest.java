package io.github.releasesync.goal;

import static io.github.releasesync.goal.ReportedRepository.members;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which groups a change of files counts for that they share, as users reported it. */
class ReportedChangesTest {

  private static final String ITOA = "1.0.0";

  @TempDir Path temp;
  private ReportedRepository r;

  @BeforeEach
  void twoCratesWithTagsOfTheirOwn() {
    r = new ReportedRepository(temp.resolve("r"));
    r.workspace("a", "b");
    r.crate("a", "alpha", "1.0.0", "\n[dependencies]\nserde = \"1\"\n");
    r.crate("b", "beta", "0.3.0");
    lock(Map.of("alpha", "serde", "beta", ""), "");
    r.commit("feat: first").tag("alpha-v1.0.0").tag("beta-v0.3.0");
  }

  private static String entry(String name, String version, String dependencies) {
    return "\n[[package]]\nname = \"%s\"\nversion = \"%s\"\n".formatted(name, version)
        + dependencies(dependencies);
  }

  private static String dependencies(String names) {
    return names.isEmpty()
        ? ""
        : "dependencies = [\n \"" + String.join("\",\n \"", names.split(",")) + "\",\n]\n";
  }

  private static String foreign(String name, String version, String dependencies) {
    return "\n[[package]]\nname = \"%s\"\nversion = \"%s\"\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\nchecksum = \"%s\"\n"
            .formatted(name, version, name + version)
        + dependencies(dependencies);
  }

  private void lock(Map<String, String> own, String more) {
    StringBuilder text = new StringBuilder("version = 4\n");
    text.append(entry("alpha", "1.0.0", own.get("alpha")));
    text.append(entry("beta", "0.3.0", own.get("beta")));
    if (own.containsKey("gamma")) {
      text.append(entry("gamma", "0.1.0", own.get("gamma")));
    }
    r.write("Cargo.lock", text + more + foreign("serde", "1.0.1", ""));
  }

  @Test
  void a18ANewDependencyOfOneCrateIsNoReleaseOfTheOther() {
    r.crate("b", "beta", "0.3.0", "\n[dependencies]\nitoa = \"1\"\n");
    lock(Map.of("alpha", "serde", "beta", "itoa"), foreign("itoa", ITOA, ""));
    r.commitAlone("feat(beta): uses itoa");
    assertThat(r.proposals()).containsExactly("beta 0.3.1 beta-v0.3.1");
  }

  @Test
  void a18AnUpdateInTheLockCountsForThoseThatReachIt() {
    r.write("Cargo.lock", r.git().git("show", "HEAD:Cargo.lock").replace("1.0.1", "1.0.2") + "\n");
    r.commitAlone("fix(deps): serde 1.0.2");
    assertThat(r.proposals()).containsExactly("alpha 1.0.1 alpha-v1.0.1");
  }

  @Test
  void a18ADependencyOfADependencyThatIsNewThereIsAMatterOfThatOne() {
    lock(Map.of("alpha", "serde,beta", "beta", ""), "");
    r.crate(
        "a", "alpha", "1.0.0", "\n[dependencies]\nbeta = { path = \"../b\", version = \"0.3\" }\n");
    r.commit("chore: alpha uses beta").tag("alpha-v1.0.1").tag("beta-v0.3.1");
    r.crate("b", "beta", "0.3.0", "\n[dependencies]\nitoa = \"1\"\n");
    lock(Map.of("alpha", "serde,beta", "beta", "itoa"), foreign("itoa", ITOA, ""));
    r.commitAlone("feat(beta): uses itoa");
    assertThat(r.releases())
        .filteredOn(n -> n.changes().filter(c -> c.total() > 0).isPresent())
        .extracting(n -> n.group().name())
        .containsExactly("beta");
  }

  @Test
  void c18AnUnreleasedCrateOfTheWorkspaceIsUsed() {
    r.workspace("a", "b", "c");
    r.crate("c", "gamma", "0.1.0", "publish = false\n");
    lock(Map.of("alpha", "serde", "beta", "", "gamma", ""), "");
    r.commitAlone("chore: gamma");
    r.crate("b", "beta", "0.3.0", "\n[dependencies]\ngamma = { path = \"../c\" }\n");
    lock(Map.of("alpha", "serde", "beta", "gamma", "gamma", ""), "");
    r.commitAlone("feat(beta): use gamma");
    assertThat(r.proposals()).noneMatch(p -> p.startsWith("alpha"));
    assertThat(r.releases())
        .filteredOn(n -> n.group().name().equals("beta"))
        .allMatch(n -> n.changes().orElseThrow().deciding().size() == 1);
  }

  @Test
  void c18ANewMemberCountsForNoGroup() {
    r.workspace("a", "b", "d");
    r.crate("d", "delta", "0.1.0", "publish = false\n");
    lock(Map.of("alpha", "serde", "beta", ""), entry("delta", "0.1.0", ""));
    r.commitAlone("feat(delta): a new internal tool");
    assertThat(r.proposals()).isEmpty();
  }

  @Test
  void a18AnEntryOfTheWorkspaceCountsForThoseThatInheritIt() {
    r.write("Cargo.toml", members("a", "b") + "[workspace.dependencies]\nlog = \"0.4\"\n");
    r.commitAlone("chore: log is there for all");
    r.crate("b", "beta", "0.3.0", "\n[dependencies]\nlog.workspace = true\n");
    r.commitAlone("chore: beta uses it");
    r.write("Cargo.toml", members("a", "b") + "[workspace.dependencies]\nlog = \"0.5\"\n");
    r.commitAlone("fix: a newer log");
    assertThat(r.proposals()).containsExactly("beta 0.3.1 beta-v0.3.1");
  }

  @Test
  void a18WhatChangesEveryBuildCountsForAll() {
    r.write("Cargo.toml", members("a", "b") + "[profile.release]\npanic = \"abort\"\n");
    r.commitAlone("fix: no unwinding");
    assertThat(r.proposals()).containsExactly("alpha 1.0.1 alpha-v1.0.1", "beta 0.3.1 beta-v0.3.1");
  }

  @Test
  void a18ARootPackageHasTheWorkspaceInItsManifest() {
    String root =
        "[package]\nname = \"root\"\nversion = \"2.0.0\"\nedition = \"2021\"\ndescription = \"d\"\nlicense = \"MIT\"\n\n";
    r.write("Cargo.toml", root + members("a", "b")).write("src/lib.rs", "");
    r.commitAlone("feat: a root").tag("root-v2.0.0");
    r.write("Cargo.toml", root + members("a", "b", "d"));
    r.crate("d", "delta", "0.1.0", "publish = false\n");
    r.commitAlone("feat(delta): a new internal tool");
    assertThat(r.proposals()).isEmpty();
    r.write("Cargo.toml", root + "[features]\nextra = []\n\n" + members("a", "b", "d"));
    r.commitAlone("feat: extra");
    assertThat(r.proposals()).containsExactly("root 2.1.0 root-v2.1.0");
  }
}
