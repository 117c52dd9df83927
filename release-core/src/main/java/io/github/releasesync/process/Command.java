package io.github.releasesync.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program to run. Arguments are a list, so nothing is split or quoted.
 *
 * @param argv the program's name, to be found on the PATH, or its absolute path; then its arguments
 * @param directory the folder to run it in
 * @param environment variables beyond those that the runner passes on to every program
 * @param timeout the time limit
 * @param input its standard input; must not be changed afterwards
 * @param outputFile the file that everything it writes is appended to, errors included; where there
 *     is none, the result holds it
 * @param outputReader the reader of its standard output while it runs, for output of any size;
 *     where there is none, the result holds it
 */
public record Command(
    List<String> argv,
    Path directory,
    Map<String, String> environment,
    Duration timeout,
    byte[] input,
    Optional<Path> outputFile,
    Optional<OutputReader> outputReader) {

  /** The default time limit of a program. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if there is no program to run
   */
  public Command {
    argv = List.copyOf(argv);
    environment = Map.copyOf(environment);
    if (argv.isEmpty() || argv.get(0).isEmpty()) {
      throw new IllegalArgumentException("a command needs a program");
    }
  }

  /**
   * A command without own variables or input, limited to {@link #DEFAULT_TIMEOUT}.
   *
   * @param directory the folder to run it in
   * @param argv the program, then its arguments
   * @return the command
   */
  public static Command of(Path directory, String... argv) {
    return of(directory, List.of(argv));
  }

  /**
   * A command without own variables or input, limited to {@link #DEFAULT_TIMEOUT}.
   *
   * @param directory the folder to run it in
   * @param argv the program, then its arguments
   * @return the command
   */
  public static Command of(Path directory, List<String> argv) {
    return new Command(
        argv,
        directory,
        Map.of(),
        DEFAULT_TIMEOUT,
        new byte[0],
        Optional.empty(),
        Optional.empty());
  }

  /**
   * The same command with one more variable.
   *
   * @param name the variable's name
   * @param value its value
   * @return the new command
   */
  public Command withEnvironment(String name, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value);
    return new Command(argv, directory, more, timeout, input, outputFile, outputReader);
  }

  /**
   * The same command with another time limit.
   *
   * @param newTimeout the time limit
   * @return the new command
   */
  public Command withTimeout(Duration newTimeout) {
    return new Command(argv, directory, environment, newTimeout, input, outputFile, outputReader);
  }

  /**
   * The same command with a standard input.
   *
   * @param newInput its standard input
   * @return the new command
   */
  public Command withInput(byte[] newInput) {
    return new Command(argv, directory, environment, timeout, newInput, outputFile, outputReader);
  }

  /**
   * The same command with a file for its output, which is not kept in memory.
   *
   * @param file the file to append to; its folder exists
   * @return the new command
   */
  public Command withOutputTo(Path file) {
    return new Command(
        argv, directory, environment, timeout, input, Optional.of(file), outputReader);
  }

  /**
   * The same command with a reader of its output while it runs. The result then has no output.
   *
   * @param reader reads in a thread of its own, up to the end
   * @return the new command
   */
  public Command withOutputReader(OutputReader reader) {
    return new Command(
        argv, directory, environment, timeout, input, outputFile, Optional.of(reader));
  }

  /**
   * The program as it was named.
   *
   * @return the first element of {@link #argv()}
   */
  public String program() {
    return argv.get(0);
  }

  /** Program and arguments; the environment is left out, as it may hold secrets. */
  @Override
  public String toString() {
    return String.join(" ", argv);
  }
}
