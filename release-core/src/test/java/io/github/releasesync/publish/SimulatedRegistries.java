package io.github.releasesync.publish;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.files.Sha256;
import io.github.releasesync.registry.CrateRegistry;
import io.github.releasesync.registry.Lookup;
import io.github.releasesync.registry.PythonRegistry;
import io.github.releasesync.registry.Reason;
import io.github.releasesync.registry.UploadResult;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Both registries as values in memory: what is stored is stored once, crates.io calls every second
 * upload a duplicate, PyPI takes the same bytes again. A script can replace any answer.
 */
public final class SimulatedRegistries {

  public final VirtualPace pace = new VirtualPace();
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
  static final class VirtualPace implements Timing {
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

  final CrateRegistry crates =
      new CrateRegistry() {
        @Override
        public Lookup lookUp(String name, String version) {
          return seen(name + "@" + version, Duration.ZERO);
        }

        @Override
        public Lookup resolve(String name, String version) {
          return indexDown ? unknown("503") : seen(name + "@" + version, indexLag);
        }

        @Override
        public UploadResult publish(Artifact artifact, Path file) {
          String key = artifact.packageName() + "@" + artifact.version();
          return send(
              key,
              artifact,
              stored.containsKey(key)
                  ? new UploadResult.AlreadyThere("crate version is already uploaded")
                  : new UploadResult.Accepted());
        }

        @Override
        public UploadResult yank(String name, String version) {
          throw new IllegalStateException("nothing here yanks by itself");
        }

        @Override
        public UploadResult unyank(String name, String version) {
          throw new IllegalStateException("nothing here yanks by itself");
        }
      };

  final PythonRegistry python =
      new PythonRegistry() {
        @Override
        public Lookup lookUp(String project, String version, String filename) {
          pagesAsked++;
          return seen(filename, indexLag);
        }

        @Override
        public Map<String, Lookup> lookUp(String project, Collection<String> filenames) {
          pagesAsked++;
          Map<String, Lookup> all = new HashMap<>();
          filenames.forEach(f -> all.put(f, seen(f, indexLag)));
          return all;
        }

        @Override
        public Lookup release(String project, String version) {
          pagesAsked++;
          return seen(project + " " + version, indexLag);
        }

        @Override
        public UploadResult upload(Artifact artifact, Path file) {
          Sha256 there = stored.get(artifact.filename());
          boolean other = there != null && !there.equals(artifact.sha256());
          return send(
              artifact.filename(),
              artifact,
              other
                  ? new UploadResult.AlreadyThere("File already exists")
                  : new UploadResult.Accepted());
        }
      };

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
    boolean listed = stored != null && !pace.now().isBefore(stored.plus(lag));
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
      since.put(key, pace.now());
    }
  }
}
