package io.github.releasesync.publish;

import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.plan.Step;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.store.Journal;
import io.github.releasesync.store.JournalRecord.Type;
import io.github.releasesync.store.ReleaseStore;
import io.github.releasesync.version.Ecosystem;
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
 * Executes the steps of a staged plan. Running it again resumes: it asks the registry before it
 * sends a file, and never sends a published file again, with or without the journal.
 */
public final class Executor {

  private final ReleaseStore store;
  private final Map<Ecosystem, Destination> destinations;
  private final Patience patience;
  private final ExecutionListener listener;
  private final Help next;
  private final Optional<ExternalPackages> otherPackages;
  private final Map<String, Progress> progress = new LinkedHashMap<>();

  /** The position of each file for PyPI before the first of them was sent. */
  private final Map<String, Standing.OfArtifact> seen = new HashMap<>();

  /**
   * An executor.
   *
   * @param store the staged release
   * @param destinations the registry of each ecosystem that the plan has artifacts or required
   *     packages of
   * @param timing time
   * @param timeouts how long to wait
   * @param listener the listener to progress
   * @param next the command that resumes after a stop: {@code run ... again}
   */
  public Executor(
      ReleaseStore store,
      Map<Ecosystem, Destination> destinations,
      Timing timing,
      Timeouts timeouts,
      ExecutionListener listener,
      Help next) {
    this(store, destinations, new Patience(timing, timeouts), listener, next, Optional.empty());
  }

  private Executor(
      ReleaseStore store,
      Map<Ecosystem, Destination> destinations,
      Patience patience,
      ExecutionListener listener,
      Help next,
      Optional<ExternalPackages> otherPackages) {
    this.store = store;
    this.destinations = Map.copyOf(destinations);
    this.patience = patience;
    this.listener = listener;
    this.next = next;
    this.otherPackages = otherPackages;
  }

  /**
   * The same executor with another check of the packages that other tools publish.
   *
   * @param others the check before the first step
   * @return an executor that has not run
   */
  public Executor with(ExternalPackages others) {
    return new Executor(store, destinations, patience, listener, next, Optional.of(others));
  }

  /**
   * Publishes the release, as far as possible.
   *
   * @return the state of the release
   * @throws io.github.releasesync.problem.ReleaseException if the store cannot be used
   */
  public Outcome run() {
    ReleasePlan plan = store.plan().orElseThrow();
    try (Journal journal = store.journal()) {
      JournalHistory history = JournalHistory.of(journal.records());
      Recorder recorder = new Recorder(journal, history, patience.timing(), listener);
      if (journal.records().isEmpty()) {
        recorder.milestone(Type.STAGED, plan.digest().hex());
      }
      plan.artifacts().forEach(a -> progress.put(a.id(), new Progress(a, history.wasSeen(a))));
      StandingReader reader = new StandingReader(history, destinations);
      Optional<Problem> stopped =
          walk(plan, new ArtifactUpload.Run(reader, recorder, patience, listener, next));
      if (stopped.isEmpty()) {
        recorder.milestone(Type.DONE, plan.digest().hex());
      }
      return outcome(plan, stopped);
    }
  }

  private Optional<Problem> walk(ReleasePlan plan, ArtifactUpload.Run run) {
    Optional<Problem> unmet =
        otherPackages
            .orElseGet(() -> new RegistryExternalPackages(run.reader(), patience, next))
            .unmet(plan.required());
    if (unmet.isPresent()) {
      return unmet;
    }
    try {
      look(plan.files(), run);
      for (Step step : plan.steps()) {
        listener.begins(step);
        perform(step, plan, run);
      }
      return Optional.empty();
    } catch (Stopped stopped) {
      return Optional.of(stopped.problem());
    }
  }

  private void perform(Step step, ReleasePlan plan, ArtifactUpload.Run run) {
    if (step instanceof Step.PublishCrates publish) {
      publish.artifacts().forEach(a -> publish(a, run));
    } else if (step instanceof Step.AwaitCrates await) {
      await.artifacts().forEach(a -> awaitListed(a, run));
    } else if (step instanceof Step.UploadCanary canary) {
      if (!plan.crates().isEmpty()) {
        look(plan.files(), run);
      }
      publishCanary(canary.artifact(), plan.files(), run);
    } else if (step instanceof Step.UploadFiles upload) {
      upload(upload.artifacts(), run);
    } else if (step instanceof Step.ReadBack readBack) {
      readBack(readBack.artifacts(), run);
    }
  }

  private void publish(PlannedArtifact artifact, ArtifactUpload.Run run) {
    working(
        artifact,
        run,
        work -> {
          Standing.OfArtifact now = work.look();
          boolean there = work.isPresent(now);
          work.publish(now, false);
          reached(artifact, ArtifactState.PRESENT, there ? "already published" : "");
        });
  }

  /**
   * Asks PyPI for all files at once before anything is sent, and again if the crates were slow:
   * different content under any of the names ends the release while it can still be abandoned.
   */
  private void look(List<PlannedArtifact> files, ArtifactUpload.Run run) {
    ask(files, run);
    for (PlannedArtifact file : files) {
      working(file, run, work -> work.isPresent(seen.get(file.id())));
    }
  }

  /** The request that reads the canary back answers for its siblings too. */
  private void publishCanary(
      PlannedArtifact canary, List<PlannedArtifact> files, ArtifactUpload.Run run) {
    List<PlannedArtifact> siblings =
        files.stream()
            .filter(f -> f.artifact().packageName().equals(canary.artifact().packageName()))
            .toList();
    working(
        canary,
        run,
        work -> {
          boolean there = work.isPresent(seen.get(canary.id()));
          work.publish(known(canary, work), false);
          reached(canary, ArtifactState.PRESENT, there ? "already published" : "");
          work.awaitListed(
              () -> {
                ask(siblings, run);
                return seen.get(canary.id());
              });
          reached(canary, ArtifactState.VERIFIED, "");
        });
  }

  /** The known position of a file, read again if it was unknown. */
  private Standing.OfArtifact known(PlannedArtifact file, ArtifactUpload work) {
    Standing.OfArtifact look = seen.get(file.id());
    return look.presence() == Presence.UNKNOWN ? work.look() : look;
  }

  /** Announces all files with one write to disk, then uploads them in parallel. */
  private void upload(List<PlannedArtifact> artifacts, ArtifactUpload.Run run) {
    List<PlannedArtifact> absent = new ArrayList<>();
    for (PlannedArtifact artifact : artifacts) {
      working(
          artifact,
          run,
          work -> {
            if (!work.isPresent(seen.get(artifact.id()))) {
              absent.add(artifact);
            }
          });
    }
    if (!absent.isEmpty()) {
      run.recorder().intend(absent);
    }
    inParallel(
        artifacts,
        artifact ->
            working(
                artifact,
                run,
                work -> {
                  boolean announced = absent.contains(artifact);
                  work.publish(known(artifact, work), announced);
                  reached(artifact, ArtifactState.PRESENT, announced ? "" : "already published");
                }));
  }

  /** Polls for all files together while they appear, then for each late one. */
  private void readBack(List<PlannedArtifact> artifacts, ArtifactUpload.Run run) {
    List<PlannedArtifact> open =
        artifacts.stream()
            .filter(a -> progress.get(a.id()).state != ArtifactState.VERIFIED)
            .toList();
    Map<String, Standing.OfArtifact> now = new HashMap<>();
    run.reader()
        .read(open.stream().filter(artifact -> !artifact.isCrate()).toList())
        .forEach(file -> now.put(file.artifact().id(), file));
    List<PlannedArtifact> late = new ArrayList<>();
    for (PlannedArtifact artifact : open) {
      working(
          artifact,
          run,
          work -> {
            Standing.OfArtifact look = now.get(artifact.id());
            if (look != null && work.isPresent(look)) {
              run.recorder().note(Type.RESOLVABLE, artifact, "");
              reached(artifact, ArtifactState.VERIFIED, "");
            } else {
              late.add(artifact);
            }
          });
    }
    inParallel(late, a -> awaitListed(a, run));
  }

  private void ask(List<PlannedArtifact> files, ArtifactUpload.Run run) {
    run.reader().read(files).forEach(file -> seen.put(file.artifact().id(), file));
  }

  private void awaitListed(PlannedArtifact artifact, ArtifactUpload.Run run) {
    working(
        artifact,
        run,
        work -> {
          work.awaitListed(work::listed);
          reached(artifact, ArtifactState.VERIFIED, "");
        });
  }

  private interface Task {
    void run(ArtifactUpload work);
  }

  private void working(PlannedArtifact artifact, ArtifactUpload.Run run, Task task) {
    ArtifactUpload work = new ArtifactUpload(artifact, store, destination(artifact), run);
    Progress own = progress.get(artifact.id());
    Instant begun = patience.timing().now();
    try {
      task.run(work);
    } catch (Stopped stopped) {
      own.state = stopped.state();
      throw stopped;
    } finally {
      own.sends += work.sends();
      own.took = own.took.plus(Duration.between(begun, patience.timing().now()));
    }
  }

  private Destination destination(PlannedArtifact artifact) {
    return Optional.ofNullable(destinations.get(artifact.ecosystem()))
        .orElseThrow(() -> new IllegalArgumentException("no registry for " + artifact.id()));
  }

  private void inParallel(List<PlannedArtifact> artifacts, Consumer<PlannedArtifact> each) {
    InParallel.run(artifacts, patience.timeouts().parallelUploads(), each);
  }

  private void reached(PlannedArtifact artifact, ArtifactState state, String detail) {
    Progress own = progress.get(artifact.id());
    synchronized (own) {
      own.state = state;
      own.becamePublic(patience.timing().now());
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
