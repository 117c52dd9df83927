package io.github.releasesync.files;

import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonException;
import io.github.releasesync.json.JsonValue;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.FileChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A change of many files that happens as a whole or not at all, also if the process is killed in
 * between: every new content is first written next to its file, then a record says that the change
 * is decided, then all are renamed. The next run that finds a record continues: before the decision
 * the new contents are thrown away, after it they are put in place.
 */
public final class FileTransaction {

  /** The result of recovering an interrupted run. */
  public enum Repair {
    /** Nothing was left. */
    NOTHING,
    /** The change was not decided: all files are as before it. */
    UNDONE,
    /** The change was decided: all files are as after it. */
    FINISHED
  }

  private static final String RECORD = "change.json";
  private static final String SUFFIX = ".release-sync-new";

  private final Path root;
  private final Path folder;
  private final Path record;
  private final FileSystemActions actions;

  public FileTransaction(Path root, FileSystemActions actions) {
    this.root = root;
    this.folder = root.resolve(".release-sync").resolve("change");
    this.record = folder.resolve(RECORD);
    this.actions = actions;
  }

  /** Whether a run left a change that is neither done nor undone. */
  public static boolean isUnfinished(Path root) {
    return Files.exists(root.resolve(".release-sync").resolve("change").resolve(RECORD));
  }

  /**
   * Finishes or undoes an interrupted run.
   *
   * @return the result
   * @throws ReleaseException with {@link Code#CHANGE_DAMAGED} if it cannot be repaired, {@link
   *     Code#CHANGE_LOCKED} if that run is still at work
   */
  public Repair repair() {
    return Files.exists(record) ? locked(this::repairLocked) : Repair.NOTHING;
  }

  /**
   * Writes all files or none. An interrupted run is recovered first.
   *
   * @param changes the new content of each file
   * @throws ReleaseException with {@link Code#CHANGE_FAILED} if it cannot be written: all files are
   *     as before then
   */
  public void write(List<FileChange> changes) {
    if (!changes.isEmpty()) {
      locked(
          () -> {
            repairLocked();
            return writeLocked(changes);
          });
    }
  }

  /** The folder of the records; git does not see it. */
  public Path folder() throws IOException {
    Files.createDirectories(folder);
    Path ignore = folder.getParent().resolve(".gitignore");
    if (Files.notExists(ignore)) {
      Files.writeString(ignore, "*\n");
    }
    return folder;
  }

  private Repair locked(FileLock.Work<Repair> work) {
    try {
      return new FileLock(folder().resolve("lock")).holding(work);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Repair writeLocked(List<FileChange> changes) throws IOException {
    Map<Path, String> files = new LinkedHashMap<>();
    for (FileChange change : changes) {
      Path file = target(change.path());
      requireUnchanged(file, change);
      files.put(file, Sha256.of(change.after().bytes()).hex());
    }
    try {
      writeRecord(false, files);
      for (FileChange change : changes) {
        Path file = target(change.path());
        Files.createDirectories(file.getParent());
        actions.write(beside(file), change.after().bytes());
        actions.copyPermissions(file, beside(file));
      }
      writeRecord(true, files);
    } catch (IOException e) {
      undo(files.keySet());
      throw e;
    }
    finish(files);
    return Repair.FINISHED;
  }

  private Repair repairLocked() throws IOException {
    if (Files.notExists(record)) {
      return Repair.NOTHING;
    }
    Map<Path, String> files = new LinkedHashMap<>();
    boolean decided = readRecord(files);
    if (decided) {
      finish(files);
      return Repair.FINISHED;
    }
    undo(files.keySet());
    return Repair.UNDONE;
  }

  private void finish(Map<Path, String> files) throws IOException {
    for (Map.Entry<Path, String> file : files.entrySet()) {
      if (Files.exists(beside(file.getKey()))) {
        actions.replace(beside(file.getKey()), file.getKey());
      } else if (!Files.exists(file.getKey())
          || !Sha256.of(file.getKey()).hex().equals(file.getValue())) {
        throw damaged(
            display(file.getKey()) + " is neither as before nor as after the change", null);
      }
    }
    actions.delete(record);
  }

  private void undo(Iterable<Path> files) throws IOException {
    for (Path file : files) {
      actions.delete(beside(file));
    }
    actions.delete(record);
  }

  /** Between reading and writing an editor may have saved: its work is not overwritten. */
  private void requireUnchanged(Path file, FileChange change) throws IOException {
    boolean same =
        change.before().isEmpty()
            ? Files.notExists(file)
            : Files.exists(file)
                && Sha256.of(file).equals(Sha256.of(change.before().get().bytes()));
    if (!same) {
      throw ReleaseException.of(
          Code.CHANGE_FAILED,
          Place.of(change.path()),
          "the file changed while it was read",
          "nothing was changed; run it again");
    }
  }

  /** The file itself where the path is a link to it. */
  private Path target(String path) throws IOException {
    Path file = root.resolve(path);
    Path real = Files.exists(file) ? file.toRealPath() : file.normalize();
    if (!real.startsWith(root)) {
      throw new IOException(path + " leads out of the root");
    }
    return real;
  }

  private static Path beside(Path file) {
    return file.resolveSibling("." + file.getFileName() + SUFFIX);
  }

  private void writeRecord(boolean decided, Map<Path, String> files) throws IOException {
    List<Map<String, Object>> list = new ArrayList<>();
    files.forEach((file, sha256) -> list.add(Map.of("path", display(file), "sha256", sha256)));
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("schema", 1);
    content.put("decided", decided);
    content.put("files", list);
    Path part = folder.resolve("change.json.part");
    actions.write(part, new Json().write(content).getBytes(StandardCharsets.UTF_8));
    actions.replace(part, record);
  }

  private boolean readRecord(Map<Path, String> files) throws IOException {
    try {
      JsonValue content = new Json().read(Files.readString(record));
      for (JsonValue file : content.get("files").list()) {
        Path path = root.resolve(file.get("path").string()).normalize();
        if (!path.startsWith(root)) {
          throw damaged("the record names a file outside of the root", null);
        }
        files.put(path, file.get("sha256").string());
      }
      return content.get("decided").bool();
    } catch (JsonException e) {
      throw damaged("the record of the change was modified", e);
    }
  }

  private String display(Path file) {
    return OutputDirectory.display(root, file);
  }

  private ReleaseException damaged(String message, Exception cause) {
    return new ReleaseException(
        Problem.of(
            Code.CHANGE_DAMAGED,
            Place.of(display(record)),
            message,
            "compare with `git diff`, restore the files with git, then delete "
                + display(folder)
                + " and run it again"),
        cause);
  }

  private ReleaseException failed(IOException cause) {
    return new ReleaseException(
        Problem.of(
            Code.CHANGE_FAILED,
            Place.of("."),
            "the files cannot be written: "
                + cause.getClass().getSimpleName()
                + " "
                + cause.getMessage(),
            "free disk space and make the files writable, then run it again: an unfinished change is recovered"
                + " first"),
        cause);
  }
}
