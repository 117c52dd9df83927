package io.github.releasesync.publish;

import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.plan.Step;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.registry.CrateRegistry;
import io.github.releasesync.registry.Lookup;
import io.github.releasesync.registry.PythonRegistry;
import io.github.releasesync.store.Journal;
import io.github.releasesync.store.JournalRecord.Type;
import io.github.releasesync.store.ReleaseStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Walks the steps of a staged plan. Running it again goes on: before anything is sent the registry
 * is asked, so that what is there is not sent again, with or without the journal.
 */
public final class Executor {

  private final ReleaseStore store;
  private final CrateRegistry crates;
  private final PythonRegistry python;
  private final Timing pace;
  private final Timeouts budgets;
  private final ExecutionListener listener;
  private final String next;
  private final ExternalPackages requirements;
  private final Map<String, Progress> progress = new LinkedHashMap<>();

  /** What PyPI's index said of each file when it was asked last, before any of them was sent. */
  private final Map<String, Lookup> seen = new HashMap<>();

  /**
   * An executor.
   *
   * @param store the staged release
   * @param crates where crates go
   * @param python where wheels and sdists go
   * @param pace time
   * @param budgets how long to wait
   * @param listener who is told
   * @param next the one command that goes on after a stop, in words: {@code run ... again}
   */
  public Executor(
      ReleaseStore store,
      CrateRegistry crates,
      PythonRegistry python,
      Timing pace,
      Timeouts budgets,
      ExecutionListener listener,
      String next) {
    this(
        store,
        crates,
        python,
        pace,
        budgets,
        listener,
        next,
        new RegistryExternalPackages(crates, python, pace, budgets, next));
  }

  private Executor(
      ReleaseStore store,
      CrateRegistry crates,
      PythonRegistry python,
      Timing pace,
      Timeouts budgets,
      ExecutionListener listener,
      String next,
      ExternalPackages requirements) {
    this.store = store;
    this.crates = crates;
    this.python = python;
    this.pace = pace;
    this.budgets = budgets;
    this.listener = listener;
    this.next = next;
    this.requirements = requirements;
  }

  /**
   * The same, with another way to make sure of what other tools publish.
   *
   * @param others what is asked before the first step
   * @return an executor that has not run
   */
  public Executor with(ExternalPackages others) {
    return new Executor(store, crates, python, pace, budgets, listener, next, others);
  }

  /**
   * Brings the release out, as far as it goes.
   *
   * @return where it stands
   * @throws io.github.releasesync.problem.ReleaseException if the store cannot be used
   */
  public Outcome run() {
    ReleasePlan plan = store.plan().orElseThrow();
    try (Journal journal = store.journal()) {
      boolean fresh = journal.records().isEmpty();
      Recorder recorder = new Recorder(journal, pace, listener);
      if (fresh) {
        recorder.milestone(Type.STAGED, plan.digest().hex());
      }
      plan.artifacts().forEach(a -> progress.put(a.id(), new Progress(a, recorder.wasSeen(a))));
      Optional<Problem> stopped = walk(plan, recorder);
      if (stopped.isEmpty()) {
        recorder.milestone(Type.DONE, plan.digest().hex());
      }
      return outcome(plan, stopped);
    }
  }

  private Optional<Problem> walk(ReleasePlan plan, Recorder recorder) {
    Optional<Problem> unmet = requirements.unmet(plan.required());
    if (unmet.isPresent()) {
      return unmet;
    }
    try {
      look(plan.files(), recorder);
      for (Step step : plan.steps()) {
        listener.begins(step);
        perform(step, plan, recorder);
      }
      return Optional.empty();
    } catch (Stopped stopped) {
      return Optional.of(stopped.problem());
    }
  }

  private void perform(Step step, ReleasePlan plan, Recorder recorder) {
    if (step instanceof Step.PublishCrates publish) {
      publish.artifacts().forEach(a -> bringOut(a, recorder));
    } else if (step instanceof Step.AwaitCrates await) {
      await.artifacts().forEach(a -> awaitListed(a, recorder));
    } else if (step instanceof Step.UploadCanary canary) {
      if (!plan.crates().isEmpty()) {
        look(plan.files(), recorder);
      }
      bringOutCanary(canary.artifact(), plan.files(), recorder);
    } else if (step instanceof Step.UploadFiles upload) {
      upload(upload.artifacts(), recorder);
    } else if (step instanceof Step.ReadBack readBack) {
      readBack(readBack.artifacts(), recorder);
    }
  }

  private void bringOut(PlannedArtifact artifact, Recorder recorder) {
    working(
        artifact,
        recorder,
        work -> {
          Lookup seen = work.look();
          boolean there = work.isPresent(seen);
          work.bringOut(seen, false);
          reached(artifact, ArtifactState.PRESENT, there ? "already there" : "");
        });
  }

  /**
   * Asks PyPI for all files at once, before anything is sent, and again where crates took their
   * time: a foreign file under any of the names ends the release while it can still be abandoned.
   */
  private void look(List<PlannedArtifact> files, Recorder recorder) {
    seen.putAll(listed(files));
    for (PlannedArtifact file : files) {
      working(file, recorder, work -> work.isPresent(seen.get(file.id())));
    }
  }

  /** What reads the canary back shows its siblings too, so nobody asks for them again. */
  private void bringOutCanary(
      PlannedArtifact canary, List<PlannedArtifact> files, Recorder recorder) {
    List<PlannedArtifact> siblings =
        files.stream()
            .filter(f -> f.artifact().packageName().equals(canary.artifact().packageName()))
            .toList();
    working(
        canary,
        recorder,
        work -> {
          boolean there = work.isPresent(seen.get(canary.id()));
          work.bringOut(known(canary, work), false);
          reached(canary, ArtifactState.PRESENT, there ? "already there" : "");
          work.awaitListed(
              () -> {
                seen.putAll(listed(siblings));
                return seen.get(canary.id());
              });
          reached(canary, ArtifactState.VERIFIED, "");
        });
  }

  /** What the index said, or says now if it could not say. */
  private Lookup known(PlannedArtifact file, ArtifactUpload work) {
    Lookup look = seen.get(file.id());
    return look instanceof Lookup.Unknown ? work.look() : look;
  }

  /** One wait for the disk for all announcements: it does not grow with the number of wheels. */
  private void upload(List<PlannedArtifact> artifacts, Recorder recorder) {
    List<PlannedArtifact> absent = new ArrayList<>();
    for (PlannedArtifact artifact : artifacts) {
      working(
          artifact,
          recorder,
          work -> {
            if (!work.isPresent(seen.get(artifact.id()))) {
              absent.add(artifact);
            }
          });
    }
    if (!absent.isEmpty()) {
      recorder.intend(absent);
    }
    inParallel(
        artifacts,
        artifact ->
            working(
                artifact,
                recorder,
                work -> {
                  boolean announced = absent.contains(artifact);
                  work.bringOut(known(artifact, work), announced);
                  reached(artifact, ArtifactState.PRESENT, announced ? "" : "already there");
                }));
  }

  /** Asks once for all while they come, then for each that is late. */
  private void readBack(List<PlannedArtifact> artifacts, Recorder recorder) {
    List<PlannedArtifact> open =
        artifacts.stream()
            .filter(a -> progress.get(a.id()).state != ArtifactState.VERIFIED)
            .toList();
    Map<String, Lookup> now =
        listed(open.stream().filter(artifact -> !artifact.isCrate()).toList());
    List<PlannedArtifact> late = new ArrayList<>();
    for (PlannedArtifact artifact : open) {
      working(
          artifact,
          recorder,
          work -> {
            Lookup look = now.get(artifact.id());
            if (look != null && work.isPresent(look)) {
              recorder.note(Type.RESOLVABLE, artifact, "");
              reached(artifact, ArtifactState.VERIFIED, "");
            } else {
              late.add(artifact);
            }
          });
    }
    inParallel(late, a -> awaitListed(a, recorder));
  }

  private Map<String, Lookup> listed(List<PlannedArtifact> files) {
    Map<String, List<PlannedArtifact>> byProject = new LinkedHashMap<>();
    for (PlannedArtifact file : files) {
      byProject.computeIfAbsent(file.artifact().packageName(), name -> new ArrayList<>()).add(file);
    }
    Map<String, Lookup> listed = new HashMap<>();
    byProject.forEach(
        (project, own) -> {
          Map<String, Lookup> answers =
              python.lookUp(project, own.stream().map(f -> f.artifact().filename()).toList());
          own.forEach(f -> listed.put(f.id(), answers.get(f.artifact().filename())));
        });
    return listed;
  }

  private void awaitListed(PlannedArtifact artifact, Recorder recorder) {
    working(
        artifact,
        recorder,
        work -> {
          work.awaitListed(work::listed);
          reached(artifact, ArtifactState.VERIFIED, "");
        });
  }

  private interface Task {
    void run(ArtifactUpload work);
  }

  private void working(PlannedArtifact artifact, Recorder recorder, Task task) {
    Destination target =
        artifact.isCrate()
            ? new Destination.OfCrate(artifact, store.file(artifact), crates)
            : new Destination.OfFile(artifact, store.file(artifact), python);
    ArtifactUpload work = new ArtifactUpload(target, recorder, pace, budgets, listener, next);
    Progress own = progress.get(artifact.id());
    Instant begun = pace.now();
    try {
      task.run(work);
    } catch (Stopped stopped) {
      own.state = stopped.state();
      throw stopped;
    } finally {
      own.sends += work.sends();
      own.took = own.took.plus(Duration.between(begun, pace.now()));
    }
  }

  private void inParallel(List<PlannedArtifact> artifacts, Consumer<PlannedArtifact> each) {
    InParallel.run(artifacts, budgets.parallelUploads(), each);
  }

  private void reached(PlannedArtifact artifact, ArtifactState state, String detail) {
    Progress own = progress.get(artifact.id());
    synchronized (own) {
      own.state = state;
      own.becamePublic(pace.now());
    }
    listener.reached(artifact, state, detail);
  }

  private Outcome outcome(ReleasePlan plan, Optional<Problem> stopped) {
    List<Outcome.Line> lines = progress.values().stream().map(Progress::line).toList();
    List<Instant> sent =
        progress.values().stream()
            .filter(p -> p.sends > 0 && p.since != null)
            .map(p -> p.since)
            .sorted()
            .toList();
    Duration window =
        sent.size() < 2 ? Duration.ZERO : Duration.between(sent.get(0), sent.get(sent.size() - 1));
    return new Outcome(plan, state(plan, stopped), lines, stopped, window);
  }

  private ReleaseState state(ReleasePlan plan, Optional<Problem> stopped) {
    if (stopped.isEmpty()) {
      return ReleaseState.DONE;
    }
    if (progress.values().stream().anyMatch(p -> p.state == ArtifactState.CONFLICT)) {
      return ReleaseState.CONFLICT;
    }
    if (plan.files().stream().anyMatch(this::mayBePublic)) {
      return ReleaseState.PYPI_FILES;
    }
    List<PlannedArtifact> planned = plan.crates();
    boolean allVerified =
        planned.stream().allMatch(c -> progress.get(c.id()).state == ArtifactState.VERIFIED);
    if (!planned.isEmpty() && allVerified) {
      return ReleaseState.CRATES_VERIFIED;
    }
    return planned.stream().anyMatch(this::mayBePublic) ? ReleaseState.CRATES : ReleaseState.STAGED;
  }

  private boolean mayBePublic(PlannedArtifact artifact) {
    return switch (progress.get(artifact.id()).state) {
      case PRESENT, VERIFIED, AMBIGUOUS, CONFLICT -> true;
      case PENDING, REJECTED, DEFERRED, UNKNOWN -> false;
    };
  }
}
