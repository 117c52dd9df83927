package io.github.releasesync.report;

import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Option;
import io.github.releasesync.text.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Commands and options as Maven takes them.
 *
 * @param plugin how the plugin is called: its prefix where the project declares it, else its
 *     coordinates {@code groupId:artifactId:version}; arguments of Maven may stand before it
 * @param given the settings that the user gave on the command line, by name, in their order
 * @param accepted the options that each goal has, by goal; a setting is repeated only for a goal
 *     that has it
 */
public record MavenWording(
    String plugin, Map<String, String> given, Map<String, Set<String>> accepted)
    implements Wording {

  /** A project that declares the plugin, and a command line without settings. */
  public static final MavenWording DECLARED = new MavenWording("release-sync", Map.of(), Map.of());

  @Override
  public String command(Command command) {
    List<String> words = new ArrayList<>(List.of("mvn " + plugin + ":" + command.goal()));
    Set<String> takes = accepted.getOrDefault(command.goal(), Set.of());
    given.forEach(
        (name, value) -> {
          boolean named = command.options().stream().anyMatch(o -> o.name().equals(name));
          if (takes.contains(name) && !named) {
            words.add(option(Option.of(name, value)));
          }
        });
    command.options().forEach(option -> words.add(option(option)));
    return String.join(" ", words);
  }

  @Override
  public String option(Option option) {
    String name = "-Drelease-sync." + option.name();
    return option.value().isEmpty() ? name : name + "=" + quoted(option.value());
  }

  /**
   * A value as a POSIX shell takes it for one word; what a reader fills in stays bare.
   *
   * @param value the value
   * @return the word
   */
  public static String quoted(String value) {
    return value.isEmpty() ? value : ShellWord.of(value);
  }
}
