package io.github.releasesync.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.report.Report;
import io.github.releasesync.report.ReportLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of a goal that changes the tree: {@code in} is the repository, {@code then} how it was
 * at the release tag ({@code tag}; {@code earlierTags} are the releases before it, with the same
 * files; {@code tagElsewhere} is on another branch since), {@code tagAtHead} and {@code
 * lightweightTagAtHead} name {@code in}, {@code git} is {@code none} (no repository) or {@code
 * unborn} (no commit), {@code out} what the files that change look like afterwards, {@code out.txt}
 * what is printed, {@code case.properties} the rest. In paths, {@code dot-} stands for a dot and
 * {@code is-} for nothing, so that git keeps files of names that it ignores here.
 */
public final class GoldenCase {

  private static final boolean UPDATE = "update".equals(System.getProperty("release-sync.golden"));

  private final Path folder;
  private final Properties properties = new Properties();

  /** The case in a folder. */
  public GoldenCase(Path folder) throws IOException {
    this.folder = folder;
    Path file = folder.resolve("case.properties");
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
    }
  }

  /** The folders below one, each a case. */
  public static List<Path> below(Path parent) throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      return children.sorted().toList();
    }
  }

  /** A property of the case, or what is given. */
  public String property(String name, String otherwise) {
    return properties.getProperty(name, otherwise);
  }

  /** A property that is a list with commas; empty where it is not there. */
  public List<String> list(String name) {
    String text = property(name, "");
    return text.isEmpty() ? List.of() : List.of(text.split(","));
  }

  /** The text of a file of the case. */
  public String file(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  /** Copies {@code in}, and nothing else. */
  public void copyIn(Path directory) throws IOException {
    copy(folder.resolve("in"), Files.createDirectories(directory));
  }

  /** Makes the files of the case, in a repository unless it is to be none. */
  public void files(Path directory) throws IOException {
    if (property("git", "").equals("none")) {
      copyIn(directory);
    } else {
      repository(directory);
    }
  }

  /**
   * The configured groups: {@code policy} and {@code tagFormat} are those of all, {@code
   * policy.NAME} that of one.
   */
  public List<GroupSpec> groups() {
    return GroupSpec.parse(property("groups", "")).stream()
        .map(
            group ->
                GroupSpec.of(
                    group.name().orElse(null),
                    group.lead(),
                    group.followers(),
                    property("policy." + group.name().orElse(""), property("policy", null)),
                    property("tagFormat", null)))
        .toList();
  }

  /** Makes the repository. */
  public GitSandbox repository(Path directory) throws IOException {
    GitSandbox git = GitSandbox.init(Files.createDirectories(directory));
    if (properties.containsKey("tag")) {
      copy(folder.resolve("then"), directory);
      for (String earlier : list("earlierTags")) {
        git.commit("chore: release").annotatedTag(earlier);
      }
      git.commit("chore: release").annotatedTag(properties.getProperty("tag"));
      if (properties.containsKey("tagElsewhere")) {
        git.git("checkout", "--quiet", "-b", "elsewhere");
        git.commit("feat: more").annotatedTag(properties.getProperty("tagElsewhere"));
        git.git("checkout", "--quiet", "main");
      }
      for (Path file : below(directory)) {
        if (!file.getFileName().toString().equals(".git")) {
          delete(file);
        }
      }
    }
    copyIn(directory);
    if (!property("git", "").equals("unborn")) {
      git.commit(property("message", "feat: now"));
    }
    for (String tag : list("lightweightTagAtHead")) {
      git.git("tag", tag);
    }
    list("tagAtHead").forEach(git::annotatedTag);
    return git;
  }

  /** Whether the case has a file. */
  public boolean has(String name) {
    return Files.exists(folder.resolve(name));
  }

  /** A report as it is compared: each line with how loud it is, then the last. */
  public static String text(Report report) {
    return text(report.lines(), report.failed(), report.lastLine());
  }

  /** The lines of a report and its last one, as they are written down. */
  public static String text(List<ReportLine> lines, boolean failed, String lastLine) {
    StringBuilder text = new StringBuilder();
    for (ReportLine line : lines) {
      text.append(String.format("[%s] %s", line.severity(), line.text()).stripTrailing());
      text.append('\n');
    }
    return text + (failed ? "[FAILURE] " : "[INFO] ") + lastLine + "\n";
  }

  /** What is printed is what the case says. */
  public void assertPrinted(String text) throws IOException {
    assertMatches(folder.resolve("out.txt"), text);
  }

  /** Another file of the case is what it says. */
  public void assertFile(String name, String text) throws IOException {
    assertMatches(folder.resolve(name), text);
  }

  /** The files that changed are what {@code out} says, byte for byte, and no other changed. */
  public void assertChanged(Path directory, List<String> changed) throws IOException {
    Path out = folder.resolve("out");
    if (UPDATE) {
      if (Files.exists(out)) {
        delete(out);
      }
      for (String file : changed) {
        Path to = out.resolve(file.replaceAll("(^|/)\\.", "$1dot-"));
        Files.createDirectories(to.getParent());
        Files.copy(directory.resolve(file), to);
      }
    }
    TreeMap<String, String> expected = new TreeMap<>();
    TreeMap<String, String> found = new TreeMap<>();
    if (Files.exists(out)) {
      try (Stream<Path> files = Files.walk(out)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          expected.put(name(out, file), Files.readString(file));
        }
      }
    }
    for (String file : changed) {
      found.put(file, Files.readString(directory.resolve(file)));
    }
    assertThat(found).isEqualTo(expected);
  }

  private static void assertMatches(Path expected, String actual) throws IOException {
    if (UPDATE) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  private static String name(Path from, Path file) {
    return from.relativize(file)
        .toString()
        .replace('\\', '/')
        .replace("dot-", ".")
        .replace("is-", "");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> {
                try {
                  Path target = to.resolve(name(from, file));
                  Files.createDirectories(target.getParent());
                  Files.copy(file, target);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  private static void delete(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
