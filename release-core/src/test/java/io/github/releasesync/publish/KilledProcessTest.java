package io.github.releasesync.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.publish.ReleaseToKill.Shape;
import io.github.releasesync.registry.CratesIo;
import io.github.releasesync.registry.Lookup;
import io.github.releasesync.registry.PyPi;
import io.github.releasesync.testing.Toolchains;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that really dies after each record, registries included, and one that goes on. */
class KilledProcessTest {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir Path folder;

  private static Stream<Arguments> deaths() {
    return Stream.of(new Shape(2, 1), new Shape(1, 3))
        .flatMap(
            shape ->
                IntStream.rangeClosed(1, shape.records())
                    .mapToObj(record -> Arguments.of(shape, record)));
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void whateverIsLeftTheNextProcessFinishesIt(Shape shape, int record) {
    ReleaseToKill release = ReleaseToKill.staged(folder, shape);
    ProcessResult died = die(record);
    assertThat(died.exitCode()).as(died.errorText()).isEqualTo(ReleaseToKill.DEAD);

    release.use(
        (plan, store, crates, pypi) -> {
          Map<String, Lookup> left = lookUp(plan, crates, pypi);
          Outcome outcome = ReleaseToKill.execute(store, crates, pypi, 0);

          assertThat(outcome.isDone()).as(String.valueOf(outcome.stopped())).isTrue();
          assertThat(outcome.artifacts())
              .allSatisfy(
                  line ->
                      assertThat(line.sends())
                          .as(line.artifact().id())
                          .isEqualTo(
                              left.get(line.artifact().id()) instanceof Lookup.Absent ? 1 : 0));
          assertThat(lookUp(plan, crates, pypi)).isEqualTo(planned(plan));
          return outcome;
        });
  }

  private ProcessResult die(int record) {
    return Toolchains.run(
        folder,
        Map.of(),
        List.of(
            JAVA.toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ReleaseToKill.class.getName(),
            folder.toString(),
            Integer.toString(record)));
  }

  private static Map<String, Lookup> lookUp(ReleasePlan plan, CratesIo crates, PyPi python) {
    Map<String, Lookup> seen = new TreeMap<>();
    for (PlannedArtifact a : plan.artifacts()) {
      String name = a.artifact().packageName();
      String version = a.artifact().version();
      seen.put(
          a.id(),
          a.isCrate()
              ? crates.lookUp(name, version)
              : python.lookUp(name, version, a.artifact().filename()));
    }
    return seen;
  }

  private static Map<String, Lookup> planned(ReleasePlan plan) {
    Map<String, Lookup> planned = new TreeMap<>();
    plan.artifacts()
        .forEach(a -> planned.put(a.id(), new Lookup.Present(a.artifact().sha256(), false)));
    return planned;
  }
}
