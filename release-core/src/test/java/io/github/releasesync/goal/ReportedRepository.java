package io.github.releasesync.goal;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.next.NextRelease;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A repository as a report describes it, and what the goals say of it. */
final class ReportedRepository {

  private final ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());
  private final GitSandbox git;

  ReportedRepository(Path folder) {
    git = GitSandbox.init(folder).withUser();
    git.write(".gitignore", "target/\n");
  }

  GitSandbox git() {
    return git;
  }

  ReportedRepository write(String path, String text) {
    git.write(path, text);
    return this;
  }

  static String in(String folder, String file) {
    return folder.equals(".") ? file : folder + "/" + file;
  }

  /** A crate with its metadata; more is what its manifest goes on with. */
  ReportedRepository crate(String folder, String name, String version, String... more) {
    write(
        in(folder, "Cargo.toml"),
        "[package]\nname = \"%s\"\nversion = \"%s\"\nedition = \"2021\"\ndescription = \"d\"\nlicense = \"MIT\"\n%s"
            .formatted(name, version, String.join("", more)));
    return write(in(folder, "src/lib.rs"), "");
  }

  ReportedRepository workspace(String... members) {
    return write("Cargo.toml", members(members));
  }

  static String members(String... members) {
    return "[workspace]\nresolver = \"2\"\nmembers = [\""
        + String.join("\", \"", members)
        + "\"]\n";
  }

  ReportedRepository pom(String folder, String artifact, String version) {
    return write(
        in(folder, "pom.xml"),
        "<project>\n<modelVersion>4.0.0</modelVersion>\n<groupId>org.example</groupId>\n<artifactId>%s</artifactId>\n<version>%s</version>\n</project>\n"
            .formatted(artifact, version));
  }

  /** A parent with modules that inherit its version. */
  ReportedRepository reactor(String folder, String parent, String version, String... modules) {
    StringBuilder list = new StringBuilder();
    for (String module : modules) {
      list.append("<module>").append(module).append("</module>\n");
      write(
          in(folder, module + "/pom.xml"),
          "<project>\n<modelVersion>4.0.0</modelVersion>\n<parent>\n<groupId>org.example</groupId>\n<artifactId>%s</artifactId>\n<version>%s</version>\n</parent>\n<artifactId>%s</artifactId>\n</project>\n"
              .formatted(parent, version, module));
    }
    return write(
        in(folder, "pom.xml"),
        "<project>\n<modelVersion>4.0.0</modelVersion>\n<groupId>org.example</groupId>\n<artifactId>%s</artifactId>\n<version>%s</version>\n<packaging>pom</packaging>\n<modules>\n%s</modules>\n</project>\n"
            .formatted(parent, version, list));
  }

  ReportedRepository python(String folder, String name, String version) {
    return write(
        in(folder, "pyproject.toml"),
        "[build-system]\nrequires = [\"setuptools\"]\nbuild-backend = \"setuptools.build_meta\"\n\n[project]\nname = \"%s\"\nversion = \"%s\"\n"
            .formatted(name, version));
  }

  ReportedRepository commit(String message) {
    git.write("log/" + Math.floorMod(message.hashCode(), 10_000) + ".txt", message);
    git.commit(message);
    return this;
  }

  /** Commits only what was written. */
  ReportedRepository commitAlone(String message) {
    git.commit(message);
    return this;
  }

  ReportedRepository tag(String name) {
    git.annotatedTag(name);
    return this;
  }

  CheckResult check() {
    return releaser.check(CheckRequest.of(git.directory()));
  }

  /** Findings as code and file. */
  List<String> findings(Severity severity) {
    return check().assessment().findings().stream()
        .filter(f -> f.severity() == severity)
        .map(f -> f.code().id() + " " + f.place().file())
        .toList();
  }

  List<String> errors() {
    return findings(Severity.ERROR);
  }

  NextResult next(String level) {
    return releaser.next(
        new NextRequest(
            git.directory(), Optional.empty(), Optional.empty(), Settings.none(), level));
  }

  List<NextRelease> releases() {
    return next("auto").next().releases();
  }

  /** What next proposes, as lead, version and tag. */
  List<String> proposals() {
    return releases().stream()
        .filter(r -> r.next().isPresent())
        .map(r -> r.group().lead().name() + " " + r.next().get() + " " + r.tag().orElse(""))
        .toList();
  }

  /** What next prints. */
  String printed(String level) {
    return Printed.text(Printed.of(next(level)));
  }

  ChangeRequest change(boolean dryRun, String... group) {
    return new ChangeRequest(
        git.directory(),
        Optional.empty(),
        Settings.none(),
        group.length == 0 ? Optional.empty() : Optional.of(group[0]),
        dryRun,
        Optional.empty());
  }

  SyncResult sync(boolean dryRun, String... group) {
    return releaser.sync(change(dryRun, group));
  }

  BumpResult bump(String level, String... group) {
    return releaser.bump(change(true, group), level, BumpOptions.none());
  }

  /** The version that a bump writes. */
  String bumped(String level, String... group) {
    return bump(level, group).bumped().get(0).version().text();
  }

  PrepareResult prepare(String level, String... group) {
    return releaser.prepare(
        PrepareRequests.of(
            git.directory(),
            Settings.none(),
            true,
            level,
            group.length == 0 ? Map.of() : Map.of("group", group[0])));
  }

  InitResult init() {
    return releaser.init(new InitRequest(change(true), "1.0.0"));
  }
}
