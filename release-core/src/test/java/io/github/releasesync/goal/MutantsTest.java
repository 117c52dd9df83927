package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.testing.SmallProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of damaged trees: each ends soon, in little memory, with findings or clean, and shows
 * nothing from outside the root. More of them with {@code -Drelease-sync.mutants=100000}, one of
 * them again with {@code -Drelease-sync.mutants=1 -Drelease-sync.mutants.first=NUMBER}.
 */
class MutantsTest {

  private static final String SECRET = "9.9.9-alpha.4711";
  private static final int MUTANTS = Integer.getInteger("release-sync.mutants", 2_000);
  private static final int FIRST = Integer.getInteger("release-sync.mutants.first", 0);

  @TempDir Path temp;

  @Test
  void everyMutantIsRefusedWithAFindingOrPasses() throws IOException {
    Path outside = Files.createDirectories(temp.resolve("outside"));
    Files.writeString(
        outside.resolve("Cargo.toml"),
        "[package]\nname = \"outside\"\nversion = \"" + SECRET + "\"\n");
    Files.writeString(outside.resolve("version.txt"), SECRET);
    ProcessResult run =
        SmallProcess.run(
            Duration.ofMinutes(10).plus(Duration.ofMillis(100).multipliedBy(MUTANTS)),
            temp,
            MutantRun.class,
            temp.toString(),
            SECRET,
            Integer.toString(FIRST),
            Integer.toString(MUTANTS));
    Path current = temp.resolve(MutantRun.CURRENT);
    assertThat(run.exitCode())
        .as("%s: %s", Files.exists(current) ? Files.readString(current) : "", run.errorText())
        .isZero();
    String summary = new String(run.output(), StandardCharsets.UTF_8);
    assertThat(summary).startsWith(MUTANTS + " mutants: ");
    System.out.print(summary);
  }
}
