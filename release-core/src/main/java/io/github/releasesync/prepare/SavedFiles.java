package io.github.releasesync.prepare;

import io.github.releasesync.files.FileSystemActions;
import io.github.releasesync.files.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The bytes of files before a prepare, kept beside its record, each under its sha256. */
final class SavedFiles {

  private final Path workTree;
  private final Path folder;
  private final FileSystemActions actions;

  SavedFiles(Path workTree, Path folder, FileSystemActions actions) {
    this.workTree = workTree;
    this.folder = folder;
    this.actions = actions;
  }

  /**
   * Keeps the files that are there.
   *
   * @param paths from the top of the work tree
   * @return the sha256 of each file by path
   * @throws IOException if one cannot be read or kept
   */
  Map<String, String> save(List<String> paths) throws IOException {
    Files.createDirectories(folder);
    Map<String, String> old = new LinkedHashMap<>();
    for (String path : paths) {
      Path file = workTree.resolve(path);
      if (Files.isRegularFile(file)) {
        byte[] content = Files.readAllBytes(file);
        String sha256 = Sha256.of(content).hex();
        actions.write(folder.resolve(sha256), content);
        old.put(path, sha256);
      }
    }
    return old;
  }

  /**
   * Gives files back the bytes that they had, where they have others now.
   *
   * @param old the sha256 of each file by path
   * @throws IOException if one cannot be written
   */
  void restore(Map<String, String> old) throws IOException {
    for (Map.Entry<String, String> entry : old.entrySet()) {
      Path file = workTree.resolve(entry.getKey());
      Path kept = folder.resolve(entry.getValue());
      boolean same = Files.exists(file) && Sha256.of(file).hex().equals(entry.getValue());
      if (!same && (Files.exists(kept) || Files.notExists(file))) {
        Files.createDirectories(file.getParent());
        actions.write(file, Files.readAllBytes(kept));
      }
    }
  }

  /**
   * Deletes the bytes that are no longer needed.
   *
   * @param needed the sha256 of those to keep
   * @throws IOException if one cannot be deleted
   */
  void keepOnly(Collection<String> needed) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> kept = Files.list(folder)) {
        for (Path file : kept.toList()) {
          if (!needed.contains(file.getFileName().toString())) {
            actions.delete(file);
          }
        }
      }
    }
  }
}
