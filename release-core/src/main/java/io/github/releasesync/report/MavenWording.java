package io.github.releasesync.report;

import io.github.releasesync.git.RepositoryAddress;
import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Option;
import io.github.releasesync.text.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Commands and options in the notation of Maven.
 *
 * @param plugin the prefix of the plugin if the project declares it, else its coordinates {@code
 *     groupId:artifactId:version}; arguments of Maven may precede it
 * @param given the settings on the command line of the user, by name, in their order
 * @param accepted the options of each goal; a setting is repeated only for a goal that has it
 * @param folder the folder of the repository for git; empty if git finds it from the current folder
 */
public record MavenWording(
    String plugin,
    Map<String, String> given,
    Map<String, Set<String>> accepted,
    Optional<String> folder)
    implements Wording {

  /** A project that declares the plugin, and a command line without settings. */
  public static final MavenWording DECLARED =
      new MavenWording("release-sync", Map.of(), Map.of(), Optional.empty());

  private static final String PREFIX = "-Drelease-sync.";

  @Override
  public String command(Command command) {
    List<String> words = new ArrayList<>(List.of("mvn " + plugin + ":" + command.goal()));
    Set<String> takes = accepted.getOrDefault(command.goal(), Set.of());
    given.forEach(
        (name, value) -> {
          boolean named = command.options().stream().anyMatch(o -> o.name().equals(name));
          if (takes.contains(name) && !named) {
            words.add(PREFIX + name + "=" + quoted(RepositoryAddress.withoutCredential(value)));
          }
        });
    command.options().forEach(option -> words.add(option(option)));
    return String.join(" ", words);
  }

  @Override
  public String git(String arguments) {
    return folder.map(path -> "git -C " + quoted(path) + " ").orElse("git ") + arguments;
  }

  @Override
  public String option(Option option) {
    String name = PREFIX + option.name();
    return option.value().isEmpty() ? name : name + "=" + quoted(option.value());
  }

  /**
   * A value quoted as one word for a POSIX shell; placeholders stay unquoted.
   *
   * @param value the value
   * @return the word
   */
  public static String quoted(String value) {
    return value.isEmpty() ? value : ShellWord.of(value);
  }
}
