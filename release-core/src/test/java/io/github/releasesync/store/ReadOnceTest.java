package io.github.releasesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.http.HttpSettings;
import io.github.releasesync.http.Secret;
import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.publish.PypiDestination;
import io.github.releasesync.registry.PyPi;
import io.github.releasesync.registry.UploadResult;
import io.github.releasesync.testing.ArtifactFiles;
import io.github.releasesync.testing.CountedFiles;
import io.github.releasesync.testing.CountedHashes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often the bytes of a wheel are read between the dist folder and its registry. */
class ReadOnceTest {

  @TempDir Path temp;
  private final CountedFiles counted = new CountedFiles();
  private CountedHashes hashes;
  private HttpServer server;
  private Path dist;
  private Path wheel;
  private DirectoryStore store;

  @BeforeEach
  void aWheelAndARegistryThatTakesEverything() throws IOException {
    dist = Files.createDirectories(temp.resolve("dist"));
    wheel = ArtifactFiles.wheel(dist, "demo", "1.0.0", "Summary: read once\n");
    store = new DirectoryStore(counted.of(temp.resolve("store/demo-1.0.0")));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    hashes = new CountedHashes();
  }

  @AfterEach
  void stop() {
    hashes.close();
    server.stop(0);
  }

  @Test
  void aWheelIsOpenedAndHashedOnceWhileItIsRead() {
    Artifact artifact = read().artifacts().get(0);

    assertThat(counted.opens(wheel)).isEqualTo(1);
    assertThat(hashes.of(artifact.sha256().hex())).isEqualTo(1);
  }

  @Test
  void whatIsStagedIsHashedAsItIsCopied() {
    BuiltArtifacts built = read();
    long opens = counted.opens(wheel);
    PlannedArtifact planned = staged(built);

    assertThat(counted.opens(wheel) - opens).isEqualTo(1);
    assertThat(counted.opens(store.file(planned))).isZero();
    assertThat(hashes.of(planned.artifact().sha256().hex())).isEqualTo(2);
  }

  /** The form is made of what was inspected before; the archive is not opened as one again. */
  @Test
  void whatIsSentIsHashedOnceMoreAndNeedsTheStoreAlone() throws IOException {
    PlannedArtifact planned = staged(read());
    Files.delete(wheel);
    long before = hashes.of(planned.artifact().sha256().hex());

    assertThat(new PypiDestination(registry()).send(planned, store))
        .isEqualTo(new UploadResult.Accepted());

    assertThat(hashes.of(planned.artifact().sha256().hex()) - before).isEqualTo(1);
    assertThat(counted.opens(store.file(planned))).as("for that hash").isEqualTo(1);
  }

  @Test
  void whatIsKeptOfAnArtifactIsWhatItHolds() {
    BuiltArtifacts built = read();
    PlannedArtifact planned = staged(built);

    assertThat(store.inspected(planned)).isEqualTo(built.inspected().get(0));
  }

  @Test
  void whereNothingWasKeptTheStagedFileIsReadAgain() throws IOException {
    BuiltArtifacts built = read();
    PlannedArtifact planned = staged(built);
    Files.writeString(
        temp.resolve("store/demo-1.0.0/metadata").resolve(wheel.getFileName() + ".json"), "{");

    assertThat(store.inspected(planned)).isEqualTo(built.inspected().get(0));
  }

  /** A run that was stopped while it staged may have kept what another build holds. */
  @Test
  void whatWasKeptOfOtherBytesIsNotSentWithThese() throws IOException {
    staged(read());
    Files.delete(temp.resolve("store/demo-1.0.0/plan.json"));
    wheel = ArtifactFiles.wheel(dist, "demo", "1.0.0", "Summary: built again\n");
    BuiltArtifacts again = read();
    PlannedArtifact planned = new PlannedArtifact(again.artifacts().get(0), 0, List.of());

    store.stage(new ReleasePlan("demo", "1.0.0", "", List.of(planned)), dist);

    assertThat(store.inspected(planned)).isEqualTo(again.inspected().get(0));
  }

  @Test
  void whatWasKeptOfAnotherKindIsNotBelieved() throws IOException {
    BuiltArtifacts built = read();
    PlannedArtifact planned = staged(built);
    Files.writeString(
        temp.resolve("store/demo-1.0.0/metadata").resolve(wheel.getFileName() + ".json"),
        "{\"schema\": 1, \"sha256\": \""
            + planned.artifact().sha256()
            + "\", \"manifest\": \"[package]\"}");

    assertThat(store.inspected(planned)).isEqualTo(built.inspected().get(0));
  }

  private BuiltArtifacts read() {
    return new DistDirectory(counted.of(dist)).read();
  }

  private PlannedArtifact staged(BuiltArtifacts built) {
    PlannedArtifact planned = new PlannedArtifact(built.artifacts().get(0), 0, List.of());
    store.stage(new ReleasePlan("demo", "1.0.0", "", List.of(planned)), built);
    return planned;
  }

  private PyPi registry() {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    return new PyPi(
        url,
        url,
        HttpSettings.rehearsal("test"),
        Clock.systemUTC(),
        Optional.of(Secret.of("test", "pypi-token")));
  }
}
