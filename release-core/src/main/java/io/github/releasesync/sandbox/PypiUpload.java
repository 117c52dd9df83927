package io.github.releasesync.sandbox;

import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.sandbox.UploadedForm.FilePart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code POST /legacy/} (warehouse, {@code forklift/legacy.py}). */
final class PypiUpload {

  /** The time in which a release accepts new files; since July 2026. */
  private static final Duration OPEN = Duration.ofDays(14);

  private final SandboxState disk;
  private final Records<ProjectRecord> projects;
  private final ActiveFaults faults;
  private final Clock clock;

  PypiUpload(SandboxState disk, Records<ProjectRecord> projects, ActiveFaults faults, Clock clock) {
    this.disk = disk;
    this.projects = projects;
    this.faults = faults;
    this.clock = clock;
  }

  /**
   * Takes a file, or sees that it is there already.
   *
   * @throws Refusal as PyPI would refuse it
   */
  void accept(SandboxCall call) throws IOException {
    Path arrived = disk.incoming();
    try {
      UploadedForm form = Multipart.read(call, arrived);
      FilePart part = UploadCheck.check(form);
      Upload upload = new Upload(key(form), form, part);
      if (isThere(upload)) {
        return;
      }
      checkRelease(projects.find(upload.key()), upload);
      Optional<byte[]> metadata = DistributionCheck.check(form, part.filename(), arrived);
      faults.beforeStoring(Side.PYPI);
      store(upload, arrived, metadata);
      faults.afterStoring(Side.PYPI, part.filename());
    } finally {
      Files.deleteIfExists(arrived);
    }
  }

  private record Upload(String key, UploadedForm form, FilePart part) {

    String release() {
      return UploadCheck.version(form).canonical();
    }
  }

  private void store(Upload upload, Path arrived, Optional<byte[]> metadata) throws IOException {
    ProjectRecord.Dist file = file(upload, metadata);
    if (faults.conflicts(Side.PYPI)) {
      byte[] other = ("not the bytes of " + file.sha256()).getBytes(StandardCharsets.UTF_8);
      disk.keep(other);
      insert(upload, file.withBytes(other));
    }
    if (isThere(upload)) {
      return;
    }
    disk.keep(arrived, file.sha256());
    if (metadata.isPresent()) {
      disk.keep(metadata.get());
    }
    insert(upload, file);
  }

  private void insert(Upload upload, ProjectRecord.Dist file) throws IOException {
    Instant now = clock.instant();
    projects.change(
        upload.key(),
        old -> {
          ProjectRecord project =
              old.orElse(
                  new ProjectRecord(upload.form().field("name").orElseThrow(), now, List.of()));
          // The same upload may have come twice at once.
          if (isThere(upload)) {
            return project;
          }
          checkRelease(old, upload);
          return project.with(file, now);
        });
  }

  /**
   * Whether this very file is there. The same name with other bytes, and the same bytes under
   * another name, are refused.
   */
  private boolean isThere(Upload upload) {
    FilePart part = upload.part();
    for (ProjectRecord project : projects.all()) {
      for (ProjectRecord.Dist file : project.files()) {
        boolean sameName = file.filename().equals(part.filename());
        boolean sameBytes = file.blake2().equals(part.blake2());
        if (sameName && sameBytes && file.sha256().equals(part.sha256())) {
          return true;
        }
        if (sameName || sameBytes) {
          throw new Refusal(
              400,
              "File already exists ('"
                  + file.filename()
                  + "', with blake2_256 hash '"
                  + file.blake2()
                  + "'). See https://pypi.org/help/#file-name-reuse for more information.");
        }
      }
    }
    return false;
  }

  private void checkRelease(Optional<ProjectRecord> project, Upload upload) {
    List<ProjectRecord.Dist> files =
        project.stream().flatMap(p -> p.release(upload.release())).toList();
    Instant closed = clock.instant().minus(OPEN);
    if (files.stream().anyMatch(f -> f.uploaded().isBefore(closed))) {
      throw new Refusal(400, "Uploading new files to releases older than 14 days is not allowed.");
    }
    if (!upload.form().isWheel() && files.stream().anyMatch(ProjectRecord.Dist::isSdist)) {
      throw new Refusal(400, "Only one sdist may be uploaded per release.");
    }
  }

  private ProjectRecord.Dist file(Upload upload, Optional<byte[]> metadata) {
    UploadedForm form = upload.form();
    FilePart part = upload.part();
    return new ProjectRecord.Dist(
        part.filename(),
        UploadCheck.version(form).toString(),
        form.field("filetype").orElseThrow(),
        form.field("pyversion").orElse("source"),
        part.size(),
        part.sha256(),
        part.md5(),
        part.blake2(),
        metadata.map(Digests::sha256),
        form.field("requires_python"),
        form.field("summary").orElse(""),
        clock.instant(),
        Optional.empty());
  }

  private static String key(UploadedForm form) {
    return ProjectName.normalize(form.field("name").orElseThrow());
  }
}
