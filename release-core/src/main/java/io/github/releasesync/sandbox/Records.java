package io.github.releasesync.sandbox;

import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonException;
import io.github.releasesync.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The crates or projects of a registry, in memory and on the disk.
 *
 * @param <T> an immutable record
 */
final class Records<T> {

  /** Makes the new record from the old one, or throws to leave it. */
  @FunctionalInterface
  interface Change<T> {
    T apply(Optional<T> old) throws IOException;
  }

  private final SandboxState disk;
  private final String folder;
  private final Function<T, Object> writer;
  private final Map<String, T> records = new TreeMap<>();
  private final Json json = new Json();

  /**
   * Loads all records of a folder.
   *
   * @throws io.github.releasesync.problem.ReleaseException if one cannot be read
   */
  Records(
      SandboxState disk, String folder, Function<JsonValue, T> reader, Function<T, Object> writer) {
    this.disk = disk;
    this.folder = folder;
    this.writer = writer;
    for (Path file : disk.records(folder)) {
      String name = file.getFileName().toString();
      try {
        records.put(
            name.substring(0, name.length() - ".json".length()),
            reader.apply(json.read(Files.readString(file))));
      } catch (JsonException e) {
        throw SandboxState.invalid(file, e.getMessage(), e);
      } catch (IOException e) {
        throw SandboxState.invalid(file, "cannot be read: " + e.getClass().getSimpleName(), e);
      }
    }
  }

  synchronized Optional<T> find(String key) {
    return Optional.ofNullable(records.get(key));
  }

  synchronized Collection<T> all() {
    return List.copyOf(records.values());
  }

  /**
   * Changes one record; no other process changes records meanwhile. On the disk before in memory.
   */
  synchronized T change(String key, Change<T> change) throws IOException {
    T changed = change.apply(find(key));
    disk.write(folder, key, json.write(writer.apply(changed)));
    records.put(key, changed);
    return changed;
  }
}
