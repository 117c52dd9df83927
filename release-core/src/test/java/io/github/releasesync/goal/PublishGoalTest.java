package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.publish.ExecutionListener;
import io.github.releasesync.publish.Timeouts;
import io.github.releasesync.report.MavenWording;
import io.github.releasesync.report.ReleaseJson;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.sandbox.Sandbox;
import io.github.releasesync.sandbox.SandboxOptions;
import io.github.releasesync.testing.ArtifactFiles;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves this process, and to whom. */
class PublishGoalTest {

  private static final String DESCRIBED = "description = \"d\"\nlicense = \"MIT\"\n";

  @TempDir Path temp;
  private final Map<String, String> environment = new HashMap<>();
  private GitSandbox repository;
  private Path dist;
  private Sandbox sandbox;

  @BeforeEach
  void anEmptyRepositoryAndRegistries() throws IOException {
    repository = GitSandbox.init(temp.resolve("r"));
    dist = Files.createDirectories(temp.resolve("dist"));
    sandbox = Sandbox.start(SandboxOptions.standard());
  }

  @AfterEach
  void endRegistries() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8123/",
        "sparse+http://localhost:8123/",
        "http://127.0.0.1.evil.example/",
        "http://127.0.0.1@evil.example/",
        "http://token@127.0.0.1:8123/",
        "http://evil.example/127.0.0.1",
        "http://evil.example#@127.0.0.1/",
        "https://127.0.0.1:8123/",
        "https://index.crates.io/",
        "sparse+https://index.crates.io/",
        "https://upload.pypi.org/legacy/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0.0.0.0/",
        "http://[::]/",
        "http://[::ffff:10.0.0.1]/",
        "http://10.0.0.1/",
        "file:///etc/passwd",
        "127.0.0.1:8123",
        "http://127.0.0.1 .evil.example/",
        ""
      })
  void noAddressButOneOfThisMachineIsTaken(String address) {
    crate();
    for (boolean live : new boolean[] {false, true}) {
      for (Problem problem :
          List.of(
              refused(live, address, sandbox.pypiUploadUrl(), sandbox.pypiIndexUrl()),
              refused(live, sandbox.cratesIndex(), address, sandbox.pypiIndexUrl()),
              refused(live, sandbox.cratesIndex(), sandbox.pypiUploadUrl(), address))) {
        assertThat(problem.code()).isEqualTo(Code.NOT_LOOPBACK);
        assertThat(problem.message() + problem.help().toString()).doesNotContain("token@");
      }
    }
    assertThat(sandbox.requests()).isEmpty();
  }

  /** Tokens that a live run would refuse to read. */
  @Test
  void aDryRunOnlyAsksAndReadsNoToken() {
    crate();
    python();
    environment.put("CARGO_REGISTRY_TOKEN", "not a token");
    environment.put("PYPI_TOKEN", "one-token");
    environment.put("TWINE_PASSWORD", "another-token");
    PublishResult result = publish(false);
    assertThat(result.failed()).isFalse();
    assertThat(text(result)).contains("to be sent");
    assertThat(Printed.of(result).lastLine()).contains("nothing was sent");
    assertThat(sandbox.requests()).isNotEmpty();
    assertThat(sandbox.requests()).allMatch(r -> r.method().equals("GET") && r.size() == 0);
    assertThat(sandbox.requests()).noneMatch(r -> r.headers().containsKey("authorization"));
    assertThat(repository.path(".release-sync")).doesNotExist();
  }

  @Test
  void withoutAnAddressADryRunAsksNobody() {
    crate();
    PublishResult result = publish(request(false, null, null, null));
    assertThat(text(result)).contains("not asked");
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void withoutAnAddressNothingIsSent() {
    crate();
    tokens();
    Problem problem = refused(true, null, null, null);
    assertThat(problem.code()).isEqualTo(Code.NOT_LOOPBACK);
    assertThat(problem.place().file()).isEqualTo("release-sync.cratesIndex");
  }

  @Test
  void aLiveRunWithoutATokenStagesAndSendsNothing() {
    crate();
    Problem problem = refused(true, sandbox.cratesIndex(), null, null);
    assertThat(problem.code()).isEqualTo(Code.TOKEN_MISSING);
    assertThat(sandbox.requests()).isEmpty();
    assertThat(repository.path(".release-sync")).doesNotExist();
  }

  @Test
  void aReleaseComesOutOnceAndIsSeenByTheNextDryRun() {
    crate();
    python();
    tokens();
    assertThat(publish(true).failed()).isFalse();
    long sent = changes();
    assertThat(sent).isEqualTo(3);
    assertThat(Printed.of(publish(true)).lastLine()).contains("Released demo 1.0.0");
    assertThat(changes()).isEqualTo(sent);
    assertThat(text(publish(false))).contains("already published").doesNotContain("to be sent");
  }

  @Test
  void otherBytesAreSeenByADryRunToo() throws IOException {
    crate();
    tokens();
    publish(true);
    ArtifactFiles.crate(dist, "demo", "1.0.0", DESCRIBED + "homepage = \"https://h.example\"\n");
    assertThat(text(publish(false))).contains("different content already published");
  }

  @Test
  void aReleaseOfPythonAloneNeedsNothingOfCrates() {
    python();
    environment.put("PYPI_TOKEN", sandbox.tokens().pypi());
    PublishResult result =
        publish(request(true, null, sandbox.pypiUploadUrl(), sandbox.pypiIndexUrl()));
    assertThat(result.failed()).as(text(result)).isFalse();
  }

  @Test
  void aReleaseOfACrateAloneNeedsNothingOfPython() {
    crate();
    environment.put("CARGO_REGISTRY_TOKEN", sandbox.tokens().crates());
    PublishResult result = publish(request(true, sandbox.cratesIndex(), null, null));
    assertThat(result.failed()).as(text(result)).isFalse();
  }

  @Test
  void withoutFilesThereIsNothingToPublish() throws IOException {
    crate();
    Files.delete(dist.resolve("demo-1.0.0.crate"));
    Files.delete(dist);
    assertThat(refused(false, null, null, null).code()).isEqualTo(Code.ARTIFACTS_INCOMPLETE);
  }

  @Test
  void whatAnotherToolPublishesIsLookedForAndNotSent() {
    crate();
    python();
    tokens();
    Settings external = Settings.of(List.of(), null, List.of("cargo:*"));

    assertThat(text(publish(request(false, external)))).contains("cargo:demo@1.0.0  absent");
    assertThat(text(publish(request(false, external)))).doesNotContain(".crate");
    PublishResult stopped = publish(request(true, external));
    assertThat(stopped.outcome().orElseThrow().stopped().orElseThrow().code())
        .isEqualTo(Code.EXTERNAL_PACKAGE_ABSENT);
    assertThat(Printed.of(stopped).lastLine())
        .contains("publish it with that tool, then run the same command");
    assertThat(changes()).isZero();

    Settings theirs = Settings.ofGroups(GroupSpec.parse("theirs=cargo:demo"));
    assertThat(publish(request(true, theirs)).failed()).isFalse();
    long sent = changes();
    assertThat(text(publish(request(false, external)))).contains("cargo:demo@1.0.0  published");
    assertThat(publish(request(true, external)).failed()).isFalse();
    assertThat(changes()).isEqualTo(sent + 2);
  }

  @Test
  void aProjectThatAnotherToolPublishesIsLookedForWithoutAToken() {
    crate();
    python();
    environment.put("CARGO_REGISTRY_TOKEN", sandbox.tokens().crates());
    Settings external = Settings.of(List.of(), null, List.of("pypi:demo"));
    PublishResult stopped = publish(request(true, external));
    assertThat(stopped.outcome().orElseThrow().stopped().orElseThrow().place().file())
        .isEqualTo("pypi:demo@1.0.0");
    tokens();
    publish(request(true, Settings.ofGroups(GroupSpec.parse("theirs=pypi:demo"))));
    environment.remove("PYPI_TOKEN");
    assertThat(publish(request(true, external)).failed()).isFalse();
  }

  @Test
  void anExternalPackageThatIsNotHereIsRefused() {
    crate();
    Settings slip = Settings.of(List.of(), null, List.of("cargo:dmeo"));
    ReleaseException refusal =
        catchThrowableOfType(ReleaseException.class, () -> publish(request(false, slip)));
    assertThat(refusal.problem().code()).isEqualTo(Code.CONFIGURATION_INVALID);
  }

  private void crate() {
    repository
        .write("Cargo.toml", "[package]\nname = \"demo\"\nversion = \"1.0.0\"\n" + DESCRIBED)
        .write("src/lib.rs", "")
        .commit("feat: a crate");
    ArtifactFiles.crate(dist, "demo", "1.0.0", DESCRIBED);
  }

  private void python() {
    repository
        .write(
            "pyproject.toml",
            "[project]\nname = \"demo\"\nversion = \"1.0.0\"\n"
                + "[build-system]\nrequires = [\"flit_core\"]\n")
        .commit("feat: a project");
    ArtifactFiles.wheel(dist, "demo", "1.0.0", "");
    ArtifactFiles.sdist(dist, "demo", "1.0.0", "");
  }

  private void tokens() {
    environment.put("CARGO_REGISTRY_TOKEN", sandbox.tokens().crates());
    environment.put("PYPI_TOKEN", sandbox.tokens().pypi());
  }

  private long changes() {
    return sandbox.requests().stream().filter(r -> !r.method().equals("GET")).count();
  }

  private Problem refused(boolean live, String crates, String upload, String index) {
    PublishRequest request = request(live, crates, upload, index);
    return catchThrowableOfType(ReleaseException.class, () -> publish(request)).problem();
  }

  private PublishResult publish(boolean live) {
    return publish(
        request(live, sandbox.cratesIndex(), sandbox.pypiUploadUrl(), sandbox.pypiIndexUrl()));
  }

  private PublishResult publish(PublishRequest request) {
    PublishResult result =
        new ReleaseSync(GitSandbox.runner(), environment).publish(request, ExecutionListener.NONE);
    assertThat(
            JsonSchema.of("release").violations(ReleaseJson.write(result, MavenWording.DECLARED)))
        .isEmpty();
    return result;
  }

  private PublishRequest request(boolean live, Settings settings) {
    return request(
        live, sandbox.cratesIndex(), sandbox.pypiUploadUrl(), sandbox.pypiIndexUrl(), settings);
  }

  private PublishRequest request(boolean live, String crates, String upload, String index) {
    return request(live, crates, upload, index, Settings.none());
  }

  private PublishRequest request(
      boolean live, String crates, String upload, String index, Settings settings) {
    return new PublishRequest(
        repository.directory(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(dist),
        settings,
        Optional.empty(),
        live,
        true,
        Optional.ofNullable(crates),
        Optional.ofNullable(upload),
        Optional.ofNullable(index),
        Timeouts.rehearsal());
  }

  private static String text(PublishResult result) {
    return Printed.of(result).lines().stream()
        .map(ReportLine::text)
        .collect(Collectors.joining("\n"));
  }
}
