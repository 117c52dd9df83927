package io.github.releasesync.project.workspace;

import io.github.releasesync.manifest.python.DynamicSource;
import io.github.releasesync.manifest.python.PythonSource;
import io.github.releasesync.manifest.python.PythonVersion;
import io.github.releasesync.problem.Code;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.Problems;
import io.github.releasesync.project.tree.TreePath;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Mapping;
import io.github.releasesync.version.Pep440Version;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.VersionMapping;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the text that states the version of a Python project, as its build backend would. */
final class PythonVersions {

  private static final int LONGEST = 255;

  private final FileTree tree;
  private final Problems problems;

  PythonVersions(FileTree tree, Problems problems) {
    this.tree = tree;
    this.problems = problems;
  }

  /** A project with its version; a version that cannot be known is a note. */
  Package project(
      Located<String> name,
      String manifest,
      PythonVersion version,
      Optional<Package> crate,
      boolean publishable) {
    Optional<Located<String>> literal = stated(TreePath.folder(manifest), version, crate);
    if (literal.isEmpty() && version instanceof PythonVersion.Dynamic dynamic) {
      noteUnknown(name.value(), dynamic);
    }
    return project(name.value(), manifest, literal, source(version), publishable);
  }

  /** A project that a generator has not made yet. */
  static Package template(Located<String> name, String manifest, PythonVersion version) {
    return project(name.value(), manifest, Optional.empty(), source(version), false);
  }

  private static Package project(
      String name,
      String manifest,
      Optional<Located<String>> literal,
      VersionSource source,
      boolean publishable) {
    Optional<Pep440Version> version = literal.flatMap(l -> parse(l.value()));
    boolean own = source == VersionSource.LITERAL;
    return new Package(
        Ecosystem.PYPI,
        name,
        manifest,
        own ? literal.map(Located::value) : version.map(Pep440Version::toString),
        literal,
        source,
        version.flatMap(PythonVersions::release),
        publishable);
  }

  private static Optional<Pep440Version> parse(String text) {
    try {
      return Optional.of(Pep440Version.parse(text));
    } catch (InvalidVersionException e) {
      return Optional.empty();
    }
  }

  private static Optional<ReleaseVersion> release(Pep440Version version) {
    return VersionMapping.of(version) instanceof Mapping.Portable portable
        ? Optional.of(portable.version())
        : Optional.empty();
  }

  private static VersionSource source(PythonVersion version) {
    if (version instanceof PythonVersion.Literal) {
      return VersionSource.LITERAL;
    }
    if (!(version instanceof PythonVersion.Dynamic dynamic)) {
      return VersionSource.MISSING;
    }
    return dynamic.from() instanceof DynamicSource.FromVcs
        ? VersionSource.GIT
        : VersionSource.DYNAMIC;
  }

  /** What git says is no secret; a check of the groups names it. */
  private void noteUnknown(String name, PythonVersion.Dynamic version) {
    if (version.from() instanceof DynamicSource.FromVcs) {
      return;
    }
    problems.add(
        Code.VERSION_UNRESOLVED,
        version.place(),
        "the version of pypi:" + name + " cannot be read: " + why(version.from()),
        "state it as plain text, if this project is released from here");
  }

  private static String why(DynamicSource from) {
    if (from instanceof DynamicSource.Unknown unknown) {
      return unknown.why();
    }
    if (from instanceof DynamicSource.FromCrate) {
      return "its crate is not in this repository";
    }
    if (from instanceof DynamicSource.FromFile file) {
      String where = String.join(" or ", file.candidates());
      return "there is no plain text for it in " + where;
    }
    if (from instanceof DynamicSource.FromPattern found) {
      return "its regular expression finds nothing in " + found.path();
    }
    if (from instanceof DynamicSource.FromAttribute attribute) {
      return "`" + attribute.attribute() + "` of " + attribute.module() + " is no plain text";
    }
    return "neither setup.py nor setup.cfg states it as plain text";
  }

  /** The text that states the version. maturin parses the crate's version as PEP 440. */
  private Optional<Located<String>> stated(
      String folder, PythonVersion version, Optional<Package> crate) {
    if (version instanceof PythonVersion.Literal literal) {
      return Optional.of(literal.text());
    }
    if (!(version instanceof PythonVersion.Dynamic dynamic)) {
      return Optional.empty();
    }
    if (dynamic.from() instanceof DynamicSource.FromCrate) {
      return crate.flatMap(Package::literal);
    }
    if (dynamic.from() instanceof DynamicSource.FromFile file) {
      return firstLiteral(folder, file.candidates(), file.attribute());
    }
    if (dynamic.from() instanceof DynamicSource.FromPattern found) {
      return text(folder, List.of(found.path())).flatMap(found.pattern()::find);
    }
    if (dynamic.from() instanceof DynamicSource.FromAttribute attribute) {
      return firstLiteral(folder, candidates(attribute), attribute.attribute());
    }
    return Optional.empty();
  }

  private static List<String> candidates(DynamicSource.FromAttribute attribute) {
    String module = attribute.module().replace('.', '/');
    return attribute.roots().stream()
        .map(root -> TreePath.in(root, module))
        .flatMap(path -> Stream.of(path + ".py", path + "/__init__.py"))
        .toList();
  }

  private Optional<Located<String>> firstLiteral(
      String folder, List<String> candidates, String attribute) {
    return text(folder, candidates)
        .flatMap(
            text ->
                attribute.isEmpty()
                    ? wholeText(text)
                    : PythonSource.assignedString(text, attribute));
  }

  private Optional<SourceText> text(String folder, List<String> candidates) {
    return candidates.stream()
        .flatMap(candidate -> TreePath.resolve(folder, candidate).stream())
        .filter(tree::exists)
        .findFirst()
        .flatMap(path -> problems.attempt(() -> tree.read(path)));
  }

  private static Optional<Located<String>> wholeText(SourceText text) {
    String value = text.content().strip();
    return value.isEmpty() || value.length() > LONGEST
        ? Optional.empty()
        : Optional.of(new Located<>(value, text.place(text.content().indexOf(value))));
  }
}
