package io.github.releasesync.store;

import io.github.releasesync.artifact.InspectedArtifact;
import io.github.releasesync.files.HashingInputStream;
import io.github.releasesync.files.Sha256;
import io.github.releasesync.json.JsonException;
import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** A release in its own folder. {@code plan.json} is written last and marks it as complete. */
public final class DirectoryStore implements ReleaseStore {

  private static final String PLAN = "plan.json";
  private static final String FILES = "files";
  private static final String METADATA = "metadata";
  private static final String JOURNAL = "journal.ndjson";

  private final Path directory;

  /**
   * A store.
   *
   * @param directory its folder; need not exist
   */
  public DirectoryStore(Path directory) {
    this.directory = directory;
  }

  /**
   * Stages a release: copies its files, compares them with the plan, and writes the plan. Staging
   * the same release again changes nothing.
   *
   * @param plan the plan
   * @param dist the folder of the built files
   * @throws ReleaseException with {@link Code#OTHER_PLAN_STAGED} if another plan of this version is
   *     staged, or {@link Code#STAGING_FAILED} if a file is missing, differs, or cannot be written
   */
  public void stage(ReleasePlan plan, Path dist) {
    stage(plan, new BuiltArtifacts(dist, List.of()));
  }

  /**
   * Stages a release with the upload metadata of each file, so that sending needs only this store.
   *
   * @param plan the plan
   * @param built the built files
   * @throws ReleaseException with {@link Code#OTHER_PLAN_STAGED} if another plan of this version is
   *     staged, or {@link Code#STAGING_FAILED} if a file is missing, differs, or cannot be written
   */
  public void stage(ReleasePlan plan, BuiltArtifacts built) {
    Optional<ReleasePlan> staged = plan();
    if (staged.isPresent()) {
      if (!staged.get().digest().equals(plan.digest())) {
        throw otherPlan(staged.get(), plan);
      }
      return;
    }
    try {
      Files.createDirectories(directory.resolve(FILES));
      Files.createDirectories(directory.resolve(METADATA));
      ignoreInGit();
      for (PlannedArtifact artifact : plan.artifacts()) {
        copy(built.folder().resolve(artifact.artifact().filename()), artifact);
        Optional<InspectedArtifact> inspected = built.of(artifact.artifact());
        if (inspected.isPresent()) {
          writeWhole(metadata(artifact), UploadMetadataJson.write(inspected.get()));
        }
      }
      writeWhole(directory.resolve(PLAN), plan.toJson());
    } catch (IOException e) {
      throw failed("the release cannot be staged: " + e.getClass().getSimpleName(), e);
    }
  }

  private ReleaseException otherPlan(ReleasePlan staged, ReleasePlan plan) {
    return ReleaseException.of(
        Code.OTHER_PLAN_STAGED,
        Place.of(directory.getFileName().toString()),
        "another build of "
            + plan.version()
            + " is staged: its digest is "
            + staged.digest().hex().substring(0, 12)
            + ", this one's "
            + plan.digest().hex().substring(0, 12),
        "publish the staged one, or delete the folder if no file of it was sent");
  }

  @Override
  public Optional<ReleasePlan> plan() {
    Path file = directory.resolve(PLAN);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ReleasePlan.fromJson(Files.readString(file)));
    } catch (IOException | JsonException | IllegalArgumentException e) {
      throw new ReleaseException(
          Problem.of(
              Code.STAGING_FAILED,
              Place.of(directory.getFileName() + "/" + PLAN),
              "plan.json was changed after it was written",
              "restore it; or delete the folder, package the same commit again and run this again:"
                  + " public files are recognized by their sha256"),
          e);
    }
  }

  @Override
  public Path file(PlannedArtifact artifact) {
    return directory.resolve(FILES).resolve(artifact.artifact().filename());
  }

  @Override
  public Journal journal() {
    return Journal.open(directory.resolve(JOURNAL));
  }

  /** The stored metadata, or else the metadata read from the staged file. */
  @Override
  public InspectedArtifact inspected(PlannedArtifact artifact) {
    try {
      String kept = Files.readString(metadata(artifact));
      return new InspectedArtifact(
          artifact.artifact(), UploadMetadataJson.read(kept, artifact.artifact()));
    } catch (IOException | JsonException | IllegalArgumentException e) {
      return InspectedArtifact.read(file(artifact));
    }
  }

  private Path metadata(PlannedArtifact artifact) {
    return directory.resolve(METADATA).resolve(artifact.artifact().filename() + ".json");
  }

  /** Copies a file and hashes it in the same pass. */
  private void copy(Path from, PlannedArtifact artifact) throws IOException {
    Path to = file(artifact);
    Path part = to.resolveSibling(to.getFileName() + ".part");
    Sha256 found;
    try (HashingInputStream in = new HashingInputStream(Files.newInputStream(from))) {
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      found = in.sha256();
    }
    if (!found.equals(artifact.artifact().sha256())) {
      throw failed(
          artifact.artifact().filename() + " changed since it was planned: sha256 " + found.hex(),
          null);
    }
    sync(part);
    Files.move(part, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private void ignoreInGit() throws IOException {
    Path ignore = directory.getParent().resolve(".gitignore");
    if (Files.notExists(ignore)) {
      Files.writeString(ignore, "*\n");
    }
  }

  private static void writeWhole(Path file, String content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, content.getBytes(StandardCharsets.UTF_8));
    sync(part);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private ReleaseException failed(String message, Exception cause) {
    return new ReleaseException(
        Problem.of(
            Code.STAGING_FAILED,
            Place.of(directory.getFileName().toString()),
            message,
            "free disk space or fix the permissions, then run it again"),
        cause);
  }
}
