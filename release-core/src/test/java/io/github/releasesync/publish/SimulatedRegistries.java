package io.github.releasesync.publish;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.files.Sha256;
import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.RequiredPackage;
import io.github.releasesync.registry.Lookup;
import io.github.releasesync.registry.Reason;
import io.github.releasesync.registry.UploadResult;
import io.github.releasesync.store.ReleaseStore;
import io.github.releasesync.version.Ecosystem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Both registries as values in memory: what is stored is stored once, crates.io calls every second
 * upload a duplicate, PyPI takes the same bytes again. A script can replace any answer.
 */
public final class SimulatedRegistries {

  public final VirtualTiming timing = new VirtualTiming();
  public final Map<String, Sha256> stored = new HashMap<>();
  final Map<String, Instant> since = new HashMap<>();
  public final List<String> sends = new ArrayList<>();
  public final Deque<Function<Attempt, UploadResult>> script = new ArrayDeque<>();
  final Deque<Lookup> lookUps = new ArrayDeque<>();
  Duration indexLag = Duration.ZERO;
  boolean indexDown;
  int pagesAsked;

  /** One upload: its key, and the way to let it in. */
  public record Attempt(String key, Runnable store, UploadResult usual) {}

  /** Time that passes when somebody waits. */
  static final class VirtualTiming implements Timing {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public synchronized Instant now() {
      return now;
    }

    @Override
    public Clock clock() {
      return Clock.fixed(now(), ZoneOffset.UTC);
    }

    @Override
    public synchronized void pause(Duration duration) {
      now = now.plus(duration);
    }
  }

  private final class Crates implements Destination {

    @Override
    public Lookup lookUp(PlannedArtifact crate) {
      return seen(key(crate), Duration.ZERO);
    }

    @Override
    public Map<String, Lookup> lookUp(List<PlannedArtifact> crates) {
      return crates.stream().collect(Collectors.toMap(PlannedArtifact::id, this::lookUp));
    }

    @Override
    public Lookup listed(PlannedArtifact crate) {
      return indexDown ? unknown("503") : seen(key(crate), indexLag);
    }

    @Override
    public UploadResult send(PlannedArtifact crate, ReleaseStore store) {
      return SimulatedRegistries.this.send(
          key(crate),
          crate.artifact(),
          stored.containsKey(key(crate))
              ? new UploadResult.AlreadyThere("crate version is already uploaded")
              : new UploadResult.Accepted());
    }

    @Override
    public boolean sendingAgainVerifies() {
      return false;
    }

    @Override
    public Lookup lookUp(RequiredPackage required) {
      return indexDown
          ? unknown("503")
          : seen(required.name() + "@" + required.version(), indexLag);
    }

    private String key(PlannedArtifact crate) {
      return crate.artifact().packageName() + "@" + crate.artifact().version();
    }
  }

  private final class Python implements Destination {

    @Override
    public Lookup lookUp(PlannedArtifact file) {
      pagesAsked++;
      return seen(file.artifact().filename(), indexLag);
    }

    @Override
    public Map<String, Lookup> lookUp(List<PlannedArtifact> files) {
      pagesAsked += (int) files.stream().map(f -> f.artifact().packageName()).distinct().count();
      Map<String, Lookup> all = new HashMap<>();
      files.forEach(f -> all.put(f.id(), seen(f.artifact().filename(), indexLag)));
      return all;
    }

    @Override
    public Lookup listed(PlannedArtifact file) {
      return lookUp(file);
    }

    @Override
    public UploadResult send(PlannedArtifact file, ReleaseStore store) {
      Artifact artifact = file.artifact();
      Sha256 there = stored.get(artifact.filename());
      boolean other = there != null && !there.equals(artifact.sha256());
      return SimulatedRegistries.this.send(
          artifact.filename(),
          artifact,
          other
              ? new UploadResult.AlreadyThere("File already exists")
              : new UploadResult.Accepted());
    }

    @Override
    public boolean sendingAgainVerifies() {
      return true;
    }

    @Override
    public Lookup lookUp(RequiredPackage required) {
      pagesAsked++;
      return seen(required.name() + " " + required.version(), indexLag);
    }
  }

  final Map<Ecosystem, Destination> destinations =
      Map.of(Ecosystem.CARGO, new Crates(), Ecosystem.PYPI, new Python());

  static Lookup.Unknown unknown(String what) {
    return new Lookup.Unknown(new Reason(what, "simulated", "", ""));
  }

  static UploadResult lost() {
    return new UploadResult.Unknown(new Reason("connection cut", "simulated", "", ""));
  }

  private synchronized Lookup seen(String key, Duration lag) {
    if (!lookUps.isEmpty()) {
      return lookUps.remove();
    }
    Instant stored = since.get(key);
    boolean listed = stored != null && !timing.now().isBefore(stored.plus(lag));
    return listed ? new Lookup.Present(this.stored.get(key), false) : new Lookup.Absent();
  }

  private UploadResult send(String key, Artifact artifact, UploadResult usual) {
    Function<Attempt, UploadResult> scripted;
    synchronized (this) {
      sends.add(key);
      scripted = script.poll();
    }
    Runnable store = () -> store(key, artifact.sha256());
    if (scripted != null) {
      return scripted.apply(new Attempt(key, store, usual));
    }
    if (usual instanceof UploadResult.Accepted) {
      store.run();
    }
    return usual;
  }

  synchronized void store(String key, Sha256 sha256) {
    if (stored.putIfAbsent(key, sha256) == null) {
      since.put(key, timing.now());
    }
  }
}
