package io.github.releasesync.sandbox;

import io.github.releasesync.json.Json;
import io.github.releasesync.manifest.cargo.CrateName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sparse index (Cargo book, "Index Format", "Sparse Protocol"). */
final class CratesIndex {

  private final Records<CrateRecord> crates;
  private final ActiveFaults faults;
  private final Json json = new Json();

  CratesIndex(Records<CrateRecord> crates, ActiveFaults faults) {
    this.crates = crates;
    this.faults = faults;
  }

  static SandboxAnswer config(String base, boolean authRequired) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("dl", base + "/api/v1/crates");
    config.put("api", base);
    if (authRequired) {
      config.put("auth-required", true);
    }
    return SandboxAnswer.json(200, config);
  }

  /**
   * A file of the index.
   *
   * @param path its segments below the index
   * @throws Refusal with 404
   */
  SandboxAnswer file(SandboxCall call, List<String> path) {
    if (path.isEmpty()) {
      throw new Refusal(404, "Not Found");
    }
    String name = path.get(path.size() - 1);
    Optional<CrateRecord> crate = crates.find(CrateName.canonical(name));
    boolean right =
        crate.isPresent()
            && crate.get().name().toLowerCase(Locale.ROOT).equals(name)
            && path.equals(segments(name));
    byte[] current = right ? lines(crate.get()) : new byte[0];
    byte[] page = faults.cached(call.path(), current);
    if (page.length == 0) {
      return SandboxAnswer.of(404, "text/plain", "not found");
    }
    // Named JSON, though crates.io says text/plain, so that every fault in JSON reaches it.
    Instant changed = crate.map(CrateRecord::changed).orElse(Instant.EPOCH);
    return Conditional.answer(call, "application/json", page, changed);
  }

  /** The path of a crate's file: {@code 1/a}, {@code 2/ab}, {@code 3/a/abc}, {@code ab/cd}. */
  static List<String> segments(String lowerName) {
    return switch (lowerName.length()) {
      case 0, 1, 2 -> List.of(String.valueOf(lowerName.length()), lowerName);
      case 3 -> List.of("3", lowerName.substring(0, 1), lowerName);
      default -> List.of(lowerName.substring(0, 2), lowerName.substring(2, 4), lowerName);
    };
  }

  private byte[] lines(CrateRecord crate) {
    faults.look(Side.CRATES, crate.versions().stream().map(v -> v.item(crate.name())).toList());
    return crate.versions().stream()
        .filter(v -> faults.shows(Side.CRATES, v.item(crate.name())))
        .map(v -> json.line(IndexEntry.of(crate.name(), v, faults.indexSum(v.sha256()))) + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }
}
