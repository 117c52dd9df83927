package io.github.releasesync.sandbox;

import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonException;
import io.github.releasesync.json.JsonValue;
import io.github.releasesync.manifest.cargo.CrateName;
import io.github.releasesync.sandbox.CratesAccess.Scope;
import io.github.releasesync.version.SemVer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code PUT /api/v1/crates/new} (Cargo book, "Registry Web API", "Publish"). */
final class CratePublish {

  private static final int MAX_JSON = 1 << 20;
  private static final int MAX_CRATE = 10 << 20;

  /** A publish taken apart; the archive lies in a file of its own. */
  private record Upload(JsonValue json, Path archive, long size, String sha256) {

    String name() {
      return json.get("name").string();
    }

    String version() {
      return json.get("vers").string();
    }
  }

  private final SandboxState disk;
  private final Records<CrateRecord> crates;
  private final CratesAccess access;
  private final ActiveFaults faults;
  private final Clock clock;

  CratePublish(
      SandboxState disk,
      Records<CrateRecord> crates,
      CratesAccess access,
      ActiveFaults faults,
      Clock clock) {
    this.disk = disk;
    this.crates = crates;
    this.access = access;
    this.faults = faults;
    this.clock = clock;
  }

  /**
   * Takes a crate.
   *
   * @return the crate's name
   * @throws Refusal as crates.io would refuse it
   * @throws JsonException if the metadata is invalid
   */
  CrateRecord accept(SandboxCall call) throws IOException {
    access.requireSomeone(call);
    Path archive = disk.incoming();
    try {
      Upload upload = receive(call, archive);
      CrateMetadataCheck.check(upload.json());
      checkAllowed(call, upload);
      checkUnique(crates.find(CrateName.canonical(upload.name())), upload);
      CrateArchiveCheck.check(archive, upload.name(), upload.version());
      faults.beforeStoring(Side.CRATES);
      if (faults.conflicts(Side.CRATES)) {
        storeOther(upload);
      }
      CrateRecord stored = store(upload);
      faults.afterStoring(Side.CRATES, CrateName.canonical(upload.name()) + "/" + upload.version());
      return stored;
    } finally {
      Files.deleteIfExists(archive);
    }
  }

  private Upload receive(SandboxCall call, Path archive) throws IOException {
    long jsonLength = length(call);
    if (jsonLength > MAX_JSON) {
      throw new Refusal(413, "JSON metadata blob too large");
    }
    byte[] json = call.body().readNBytes((int) jsonLength);
    if (json.length < jsonLength) {
      throw new Refusal(400, "invalid upload: the metadata is cut off");
    }
    String text = new String(json, StandardCharsets.UTF_8);
    call.describe(text);
    long size = length(call);
    if (size > MAX_CRATE) {
      throw new Refusal(413, "max upload size is: " + MAX_CRATE);
    }
    MessageDigest digest = Digests.sha256();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(archive), digest)) {
      call.body().copy(size, out);
    }
    if (call.body().read() >= 0) {
      throw new Refusal(400, "invalid upload: something follows the crate");
    }
    return new Upload(
        new Json().read(text), archive, size, HexFormat.of().formatHex(digest.digest()));
  }

  private static long length(SandboxCall call) throws IOException {
    byte[] bytes = call.body().readNBytes(Integer.BYTES);
    if (bytes.length < Integer.BYTES) {
      throw new Refusal(400, "invalid upload: a length is cut off");
    }
    int value = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
    return Integer.toUnsignedLong(value);
  }

  private void checkAllowed(SandboxCall call, Upload upload) {
    boolean known = crates.find(CrateName.canonical(upload.name())).isPresent();
    access.require(call, known ? Scope.PUBLISH_UPDATE : Scope.PUBLISH_NEW);
  }

  /** Yanked versions count, and build metadata does not: crates.io keeps a version permanently. */
  private static void checkUnique(Optional<CrateRecord> crate, Upload upload) {
    if (crate.isEmpty()) {
      return;
    }
    if (!crate.get().name().equals(upload.name())) {
      throw new Refusal(400, "crate was previously named `" + crate.get().name() + "`");
    }
    SemVer version = SemVer.parse(upload.version());
    boolean taken =
        crate.get().versions().stream()
            .anyMatch(v -> SemVer.parse(v.num()).comparePrecedence(version) == 0);
    if (taken) {
      throw new Refusal(400, "crate version `" + upload.version() + "` is already uploaded");
    }
  }

  private CrateRecord store(Upload upload) throws IOException {
    disk.keep(upload.archive(), upload.sha256());
    return insert(upload, upload.sha256(), upload.size());
  }

  /** Another publisher was faster, with other bytes. */
  private void storeOther(Upload upload) throws IOException {
    byte[] bytes = ("not the bytes of " + upload.sha256()).getBytes(StandardCharsets.UTF_8);
    disk.keep(bytes);
    insert(upload, Digests.sha256(bytes), bytes.length);
  }

  private CrateRecord insert(Upload upload, String sha256, long size) throws IOException {
    Instant now = clock.instant();
    CrateRecord.Version version =
        new CrateRecord.Version(
            upload.version(), sha256, size, false, Optional.empty(), now, upload.json());
    return crates.change(
        CrateName.canonical(upload.name()),
        old -> {
          checkUnique(old, upload);
          CrateRecord crate =
              old.orElse(new CrateRecord(upload.name(), now, List.of("sandbox"), List.of()));
          return crate.with(version, now);
        });
  }

  /** The answer that cargo reads: warnings, always empty today. */
  static Map<String, Object> warnings() {
    return Map.of("invalid_categories", List.of(), "invalid_badges", List.of(), "other", List.of());
  }
}
