package io.github.releasesync.testing;

import io.github.releasesync.process.Command;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.process.SystemProcessRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A process of its own with 256 MB of memory, so that what needs more is seen, and named. */
public final class SmallProcess {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private SmallProcess() {}

  /**
   * Runs a class of the tests to its end.
   *
   * @param limit how long it may take
   * @param folder where to run it
   * @param main the class
   * @param arguments what it is given
   */
  public static ProcessResult run(Duration limit, Path folder, Class<?> main, String... arguments) {
    return new SystemProcessRunner(System.getenv())
        .run(Command.of(folder, argv(main, arguments)).withTimeout(limit));
  }

  /**
   * Starts a class of the tests, whose output is read while it runs. Its errors go where those of
   * the tests go.
   *
   * @param main the class
   * @param arguments what it is given
   */
  public static Process start(Class<?> main, String... arguments) throws IOException {
    return new ProcessBuilder(argv(main, arguments))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static List<String> argv(Class<?> main, String... arguments) {
    List<String> argv = new ArrayList<>();
    argv.add(JAVA.toString());
    argv.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError"));
    argv.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    argv.addAll(List.of(arguments));
    return argv;
  }
}
