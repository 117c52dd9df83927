package io.github.releasesync.publish;

import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.registry.Lookup;
import io.github.releasesync.registry.UploadResult;
import io.github.releasesync.store.JournalRecord.Type;
import io.github.releasesync.store.ReleaseStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * The upload of one artifact. It looks the artifact up, sends it if it is absent, and trusts only
 * the sha256 that the registry states. At most one upload is in flight at any time.
 */
final class ArtifactUpload {

  private static final Help CONFLICT_HELP =
      Help.of("nothing more was sent; find out who published it, and release a new version");

  private final PlannedArtifact artifact;
  private final ReleaseStore store;
  private final Destination destination;
  private final StandingReader reader;
  private final Recorder recorder;
  private final Patience patience;
  private final ExecutionListener listener;
  private final Help next;
  private int sends;

  /** The upload of a staged file. */
  ArtifactUpload(PlannedArtifact artifact, ReleaseStore store, Destination destination, Run run) {
    this.artifact = artifact;
    this.store = store;
    this.destination = destination;
    this.reader = run.reader();
    this.recorder = run.recorder();
    this.patience = run.patience();
    this.listener = run.listener();
    this.next = run.next();
  }

  /** The parts that all uploads of a run share. */
  record Run(
      StandingReader reader,
      Recorder recorder,
      Patience patience,
      ExecutionListener listener,
      Help next) {}

  /** The number of uploads sent. */
  int sends() {
    return sends;
  }

  /**
   * Publishes the artifact; returns once the registry has it or has accepted it.
   *
   * @param seen its current position
   * @param announced whether the journal announces the first upload already
   */
  void publish(Standing.OfArtifact seen, boolean announced) {
    boolean inFlight = seen.wasLeftInFlight();
    boolean intended = announced;
    Standing.OfArtifact look = seen;
    for (int attempt = 0; ; attempt++) {
      if (isPresent(look)) {
        recorder.note(Type.PRESENT, artifact, "");
        return;
      }
      if (inFlight && !destination.sendingAgainVerifies() && appears(timeouts().quietPeriod())) {
        return;
      }
      if (attempt > timeouts().retries()) {
        throw stopped(
            ArtifactState.AMBIGUOUS,
            Code.REGISTRY_UNAVAILABLE,
            "sent " + sends + " times without a clear answer",
            next);
      }
      if (!intended) {
        recorder.intend(List.of(artifact));
      }
      intended = false;
      sends++;
      UploadResult answer = destination.send(artifact, store);
      if (answer instanceof UploadResult.Accepted) {
        recorder.note(Type.ACCEPTED, artifact, "");
        return;
      }
      inFlight = isStillOpen(answer, attempt);
      look = look();
    }
  }

  /** The position by the registry's record, asked again while the registry cannot answer. */
  Standing.OfArtifact look() {
    Standing.OfArtifact look = patience.ask(() -> reader.read(artifact));
    if (look.presence() == Presence.UNKNOWN) {
      throw stopped(ArtifactState.UNKNOWN, Code.REGISTRY_UNAVAILABLE, why(look), next);
    }
    return look;
  }

  /** The position by the index that installers read, asked once. */
  Standing.OfArtifact listed() {
    return reader.listed(artifact);
  }

  /**
   * Waits until the index states the planned sha256.
   *
   * @param ask asks the index
   */
  void awaitListed(Supplier<Standing.OfArtifact> ask) {
    Instant deadline = timing().now().plus(timeouts().indexTimeout());
    for (boolean first = true; ; first = false) {
      Standing.OfArtifact look = ask.get();
      if (isPresent(look)) {
        recorder.note(Type.RESOLVABLE, artifact, "");
        return;
      }
      if (!timing().now().isBefore(deadline)) {
        throw notListed(look);
      }
      if (first) {
        listener.waits(artifact, timeouts().indexTimeout());
      }
      timing().pause(timeouts().indexPoll());
    }
  }

  private Stopped notListed(Standing.OfArtifact last) {
    String waited = "accepted, but after " + timeouts().indexTimeout().toSeconds() + " s ";
    return last.presence() == Presence.UNKNOWN
        ? stopped(
            ArtifactState.PRESENT,
            Code.REGISTRY_UNAVAILABLE,
            waited + "the index cannot be read: " + why(last),
            next)
        : stopped(
            ArtifactState.PRESENT, Code.INDEX_BEHIND, waited + "the index does not list it", next);
  }

  /** Whether it is published with the planned bytes. Different content ends the release. */
  boolean isPresent(Standing.OfArtifact look) {
    if (look.presence() != Presence.DIFFERENT) {
      return look.presence() == Presence.PRESENT;
    }
    String found = ((Lookup.Present) look.lookup().orElseThrow()).sha256().hex();
    recorder.note(Type.CONFLICT, artifact, found);
    throw stopped(
        ArtifactState.CONFLICT,
        Code.OTHER_BYTES_PUBLISHED,
        "different content is already published under this name: sha256 "
            + found
            + ", planned "
            + artifact.artifact().sha256().hex(),
        CONFLICT_HELP);
  }

  /** Whether an upload without a reliable answer becomes visible. */
  private boolean appears(Duration patience) {
    Instant deadline = timing().now().plus(patience);
    while (timing().now().isBefore(deadline)) {
      if (isPresent(look())) {
        recorder.note(Type.PRESENT, artifact, "");
        return true;
      }
      timing().pause(timeouts().indexPoll());
    }
    return false;
  }

  /** Handles every answer except acceptance; true if the upload may have arrived anyway. */
  private boolean isStillOpen(UploadResult answer, int attempt) {
    if (answer instanceof UploadResult.AlreadyThere already) {
      return decideBySha256(already);
    }
    if (answer instanceof UploadResult.Deferred deferred) {
      waitFor(deferred);
      return false;
    }
    if (answer instanceof UploadResult.Unauthorized unauthorized) {
      recorder.note(Type.REJECTED, artifact, unauthorized.reason());
      throw stopped(
          ArtifactState.REJECTED,
          Code.UNAUTHORIZED,
          "the registry does not accept the token: " + unauthorized.reason(),
          Help.of("correct the token or its rights, then ", next));
    }
    if (answer instanceof UploadResult.Rejected rejected) {
      recorder.note(Type.REJECTED, artifact, rejected.reason());
      throw stopped(
          ArtifactState.REJECTED,
          Code.REJECTED,
          "the registry refused the file (" + rejected.status() + "): " + rejected.reason(),
          Help.of(
              "fix the cause; if a file of this version is already public, release the next version"));
    }
    recorder.note(Type.AMBIGUOUS, artifact, ((UploadResult.Unknown) answer).why().toString());
    timing().pause(timeouts().backOff(attempt));
    return true;
  }

  /** PyPI accepts the same bytes again; a refusal means that the published content differs. */
  private boolean decideBySha256(UploadResult.AlreadyThere already) {
    if (!destination.sendingAgainVerifies()) {
      return true;
    }
    if (appears(timeouts().quietPeriod())) {
      return true;
    }
    recorder.note(Type.CONFLICT, artifact, already.message());
    throw stopped(
        ArtifactState.CONFLICT,
        Code.OTHER_BYTES_PUBLISHED,
        "different content already published: " + already.message(),
        CONFLICT_HELP);
  }

  private void waitFor(UploadResult.Deferred deferred) {
    recorder.note(Type.DEFERRED, artifact, deferred.until().toString());
    Duration wait = Duration.between(timing().now(), deferred.until());
    if (wait.compareTo(timeouts().longestDeferral()) > 0) {
      throw stopped(
          ArtifactState.DEFERRED,
          Code.DEFERRED,
          "the registry asks to wait until " + deferred.until() + ": " + deferred.reason(),
          Help.of("then ", next));
    }
    if (!wait.isNegative()) {
      timing().pause(wait);
    }
  }

  private Stopped stopped(ArtifactState state, Code code, String message, Help help) {
    return new Stopped(state, Problem.of(code, Place.of(artifact.id()), message, help));
  }

  private Timing timing() {
    return patience.timing();
  }

  private Timeouts timeouts() {
    return patience.timeouts();
  }

  private static String why(Standing.OfArtifact look) {
    return ((Lookup.Unknown) look.lookup().orElseThrow()).why().toString();
  }
}
