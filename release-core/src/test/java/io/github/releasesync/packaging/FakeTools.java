package io.github.releasesync.packaging;

import io.github.releasesync.process.Command;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.process.ProgramNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tools that are there and answer for their version; what else they do is told. */
final class FakeTools implements ProcessRunner {

  /** What a tool does with a command that is not about its version. */
  interface Behaviour {
    int run(Command command) throws IOException;
  }

  final List<Command> commands = new ArrayList<>();
  private final Map<String, String> versions = new HashMap<>();
  private final Set<String> failing = new HashSet<>();
  private Behaviour behaviour = command -> 0;

  FakeTools with(String program, String version) {
    versions.put(program, version);
    return this;
  }

  /** A program that is there but ends with an error when asked for its version. */
  FakeTools withBroken(String program) {
    failing.add(program);
    return this;
  }

  FakeTools that(Behaviour does) {
    this.behaviour = does;
    return this;
  }

  /** The calls that made something. */
  List<List<String>> calls() {
    return commands.stream().map(Command::argv).toList();
  }

  @Override
  public ProcessResult run(Command command) {
    if (failing.contains(command.program())) {
      return new ProcessResult(9009, new byte[0], "");
    }
    if (!versions.containsKey(command.program())) {
      throw new ProgramNotFoundException(command.program());
    }
    if (command.argv().contains("--version")) {
      byte[] answer = versions.get(command.program()).getBytes(StandardCharsets.UTF_8);
      return new ProcessResult(0, answer, "");
    }
    commands.add(command);
    try {
      return new ProcessResult(behaviour.run(command), new byte[0], "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value of an option, written {@code --name=value} or {@code --name value}. */
  static Path option(Command command, String name) {
    List<String> argv = command.argv();
    for (int i = 0; i < argv.size(); i++) {
      if (argv.get(i).startsWith(name + "=")) {
        return Path.of(argv.get(i).substring(name.length() + 1));
      }
      if (argv.get(i).equals(name)) {
        return Path.of(argv.get(i + 1));
      }
    }
    throw new AssertionError(name + " is missing in " + command);
  }

  /** Writes a file as a tool would. */
  static void make(Path folder, String... names) throws IOException {
    Files.createDirectories(folder);
    for (String name : names) {
      Files.writeString(folder.resolve(name), name);
    }
  }
}
