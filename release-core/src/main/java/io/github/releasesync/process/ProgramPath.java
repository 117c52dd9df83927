package io.github.releasesync.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds programs on the PATH, and nowhere else. Windows itself would look into the current folder
 * first, and a shell into relative entries of the PATH: a repository must not be able to provide
 * its own {@code git.exe}.
 */
final class ProgramPath {

  private final List<Path> folders;
  private final List<String> suffixes;

  /**
   * Takes a PATH apart.
   *
   * @param path the variable's value
   * @param separator the separator of its entries
   * @param suffixes the possible suffixes of a program's name, such as {@code .EXE}; may be empty
   */
  ProgramPath(String path, String separator, List<String> suffixes) {
    this.folders =
        List.of(path.split(separator, -1)).stream()
            .flatMap(entry -> absolute(entry).stream())
            .toList();
    this.suffixes = List.copyOf(suffixes);
  }

  /**
   * Finds a program.
   *
   * @param program a plain name, or an absolute path
   * @return its absolute path
   * @throws IllegalArgumentException if it is a relative path
   */
  Optional<Path> find(String program) {
    if (absolute(program).isPresent()) {
      return candidate(Path.of(program));
    }
    if (program.indexOf('/') >= 0 || program.indexOf(File.separatorChar) >= 0) {
      throw new IllegalArgumentException("neither a program's name nor absolute: " + program);
    }
    return folders.stream()
        .flatMap(folder -> candidate(folder.resolve(program)).stream())
        .findFirst();
  }

  private Optional<Path> candidate(Path file) {
    String name = file.getFileName().toString();
    for (String suffix : suffixes) {
      boolean there =
          name.regionMatches(true, name.length() - suffix.length(), suffix, 0, suffix.length());
      Path full = there ? file : file.resolveSibling(name + suffix);
      if (Files.isRegularFile(full) && Files.isExecutable(full)) {
        return Optional.of(full);
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> absolute(String entry) {
    try {
      return Optional.of(Path.of(entry)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
