package io.github.releasesync.copies;

import io.github.releasesync.manifest.python.PythonSource;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.version.Ecosystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Versions at keys with a defined meaning in a type of file: {@code version} of CITATION.cff
 * (Citation File Format 1.2), {@code release} and {@code version} of Sphinx's conf.py, {@code
 * __version__} of a package's own module, {@code version} of the package.json of a package, {@code
 * ARG NAME_VERSION=} of a Dockerfile.
 */
final class VersionKeys {

  private static final Set<String> VERSION_MODULES =
      Set.of("__init__.py", "__about__.py", "__version__.py", "_version.py", "version.py");

  private static final String VERSION_SUFFIX = "_VERSION";

  private final SourceText text;
  private final PackageNames names;
  private final List<VersionCopy> found = new ArrayList<>();

  VersionKeys(SourceText text, PackageNames names) {
    this.text = text;
    this.names = names;
  }

  List<VersionCopy> find() {
    String file = text.file().substring(text.file().lastIndexOf('/') + 1);
    if (file.equals("CITATION.cff")) {
      citation();
    } else if (file.equals("conf.py")) {
      sphinx();
    } else if (file.equals("package.json")) {
      packageJson();
    } else if (VERSION_MODULES.contains(file)) {
      module();
    } else if (isDockerfile(file)) {
      arguments();
    }
    return found;
  }

  static boolean isDockerfile(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    return lower.startsWith("dockerfile")
        || lower.startsWith("containerfile")
        || lower.endsWith(".dockerfile");
  }

  /** A reference to another work has a version too, but further right. */
  private void citation() {
    String key = "version:";
    for (int line = 0; line >= 0; line = nextLine(line)) {
      if (text.content().startsWith(key, line)) {
        value(line + key.length(), names.lead().ecosystem(), Optional.empty());
      }
    }
  }

  /** Sphinx's {@code version} is often only {@code X.Y}, which is no copy. */
  private void sphinx() {
    Ecosystem ecosystem =
        names.any(Ecosystem.PYPI).isPresent() ? Ecosystem.PYPI : names.lead().ecosystem();
    for (String key : List.of("release", "version")) {
      assigned(key, 3, ecosystem, Optional.empty());
    }
  }

  private void module() {
    String[] parts = text.file().split("/");
    if (parts.length > 1) {
      names
          .only(parts[parts.length - 2], Ecosystem.PYPI)
          .ifPresent(p -> assigned("__version__", 2, Ecosystem.PYPI, Optional.of(p)));
    }
  }

  /** npm's versions are SemVer, as Cargo's. A scope is no part of the name here. */
  private void packageJson() {
    JsonStrings.member(text, "name")
        .flatMap(name -> names.any(name.value().substring(name.value().lastIndexOf('/') + 1)))
        .ifPresent(
            p ->
                JsonStrings.member(text, "version")
                    .ifPresent(version -> add(version, 3, Ecosystem.CARGO, Optional.of(p))));
  }

  private void arguments() {
    String content = text.content();
    for (int line = 0; line >= 0; line = nextLine(line)) {
      if (content.regionMatches(true, line, "ARG ", 0, 4)) {
        int next = nextLine(line);
        String rest = content.substring(line + 4, next < 0 ? content.length() : next);
        int equals = rest.indexOf('=');
        if (equals >= 0) {
          argument(rest.substring(0, equals).strip(), line + 4 + equals + 1);
        }
      }
    }
  }

  private void argument(String key, int value) {
    if (key.toUpperCase(Locale.ROOT).endsWith(VERSION_SUFFIX)) {
      names
          .any(key.substring(0, key.length() - VERSION_SUFFIX.length()))
          .ifPresent(p -> value(value, p.ecosystem(), Optional.of(p)));
    }
  }

  private void assigned(
      String variable, int fewest, Ecosystem ecosystem, Optional<PackageName> beside) {
    PythonSource.assignedString(text, variable)
        .ifPresent(literal -> add(literal, fewest, ecosystem, beside));
  }

  /** A plain or quoted value, after blanks. */
  private void value(int from, Ecosystem ecosystem, Optional<PackageName> beside) {
    String content = text.content();
    int at = from;
    while (" \t'\"v".indexOf(VersionToken.charAt(content, at)) >= 0) {
      at++;
    }
    VersionToken.at(content, at)
        .filter(token -> token.standsAlone(content) && token.numbers() >= 2)
        .map(token -> new Located<>(token.in(content), text.place(token.start())))
        .ifPresent(
            version -> {
              Ecosystem told = VersionToken.spelling(version.value(), ecosystem);
              found.add(new VersionCopy(version, told, beside));
            });
  }

  private void add(
      Located<String> literal, int fewest, Ecosystem ecosystem, Optional<PackageName> beside) {
    VersionToken.at(literal.value(), 0)
        .filter(token -> token.end() == literal.value().length() && token.numbers() >= fewest)
        .ifPresent(token -> found.add(new VersionCopy(literal, ecosystem, beside)));
  }

  private int nextLine(int from) {
    int end = text.content().indexOf('\n', from);
    return end < 0 ? -1 : end + 1;
  }
}
