package io.github.releasesync.publish;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.registry.Lookup;
import io.github.releasesync.registry.Reason;
import io.github.releasesync.registry.UploadResult;
import io.github.releasesync.store.JournalRecord.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Brings out one artifact: looks first, sends if it is absent, and trusts nothing but the sha256
 * that the registry states. At most one upload is on its way at any time.
 */
final class ArtifactUpload {

  private final Destination target;
  private final Recorder recorder;
  private final Timing pace;
  private final Timeouts budgets;
  private final ExecutionListener listener;
  private final String next;
  private int sends;

  ArtifactUpload(
      Destination target,
      Recorder recorder,
      Timing pace,
      Timeouts budgets,
      ExecutionListener listener,
      String next) {
    this.target = target;
    this.recorder = recorder;
    this.pace = pace;
    this.budgets = budgets;
    this.listener = listener;
    this.next = next;
  }

  /** How often it was sent. */
  int sends() {
    return sends;
  }

  /**
   * Returns once the registry has it or has accepted it.
   *
   * @param seen what the registry says of it now
   * @param announced whether the journal announces the first upload already
   */
  void bringOut(Lookup seen, boolean announced) {
    boolean inFlight = recorder.wasLeftInFlight(target.artifact());
    boolean intended = announced;
    Lookup look = seen;
    for (int attempt = 0; ; attempt++) {
      if (isPresent(look)) {
        recorder.note(Type.PRESENT, target.artifact(), "");
        return;
      }
      if (inFlight && !target.sendingAgainVerifies() && appears(budgets.quietPeriod())) {
        return;
      }
      if (attempt > budgets.retries()) {
        throw stopped(
            ArtifactState.AMBIGUOUS,
            Code.REGISTRY_UNAVAILABLE,
            "sent " + sends + " times, and no answer said what became of it",
            next);
      }
      if (!intended) {
        recorder.intend(List.of(target.artifact()));
      }
      intended = false;
      sends++;
      UploadResult answer = target.send();
      if (answer instanceof UploadResult.Accepted) {
        recorder.note(Type.ACCEPTED, target.artifact(), "");
        return;
      }
      inFlight = isStillOpen(answer, attempt);
      look = look();
    }
  }

  /** What the registry says, asked again while it cannot answer. */
  Lookup look() {
    for (int attempt = 0; ; attempt++) {
      Lookup look = target.lookUp();
      if (!(look instanceof Lookup.Unknown unknown)) {
        return look;
      }
      if (attempt >= budgets.retries()) {
        throw stopped(ArtifactState.UNKNOWN, Code.REGISTRY_UNAVAILABLE, text(unknown.why()), next);
      }
      pace.pause(budgets.backOff(attempt));
    }
  }

  /** What the index says that installers read, asked once. */
  Lookup listed() {
    return target.listed();
  }

  /**
   * Returns once the index states the planned sha256.
   *
   * @param ask asks it
   */
  void awaitListed(Supplier<Lookup> ask) {
    Instant deadline = pace.now().plus(budgets.indexTimeout());
    for (boolean first = true; ; first = false) {
      Lookup look = ask.get();
      if (isPresent(look)) {
        recorder.note(Type.RESOLVABLE, target.artifact(), "");
        return;
      }
      if (!pace.now().isBefore(deadline)) {
        throw notListed(look);
      }
      if (first) {
        listener.waits(target.artifact(), budgets.indexTimeout());
      }
      pace.pause(budgets.indexPoll());
    }
  }

  private Stopped notListed(Lookup last) {
    String waited = "accepted, but after " + budgets.indexTimeout().toSeconds() + " s ";
    return last instanceof Lookup.Unknown unknown
        ? stopped(
            ArtifactState.PRESENT,
            Code.REGISTRY_UNAVAILABLE,
            waited + "the index cannot be read: " + text(unknown.why()),
            next)
        : stopped(
            ArtifactState.PRESENT, Code.INDEX_BEHIND, waited + "the index does not list it", next);
  }

  /** Whether it is there with the planned bytes. Other bytes end the release. */
  boolean isPresent(Lookup look) {
    if (!(look instanceof Lookup.Present present)) {
      return false;
    }
    if (present.sha256().equals(target.planned())) {
      return true;
    }
    recorder.note(Type.CONFLICT, target.artifact(), present.sha256().hex());
    throw stopped(
        ArtifactState.CONFLICT,
        Code.OTHER_BYTES_PUBLISHED,
        "different content is already published under this name: sha256 "
            + present.sha256().hex()
            + ", planned "
            + target.planned().hex(),
        "nothing more was sent; find out who published them, and release a new version");
  }

  /** Whether an upload without a trustworthy answer shows up after all. */
  private boolean appears(Duration patience) {
    Instant deadline = pace.now().plus(patience);
    while (pace.now().isBefore(deadline)) {
      if (isPresent(look())) {
        recorder.note(Type.PRESENT, target.artifact(), "");
        return true;
      }
      pace.pause(budgets.indexPoll());
    }
    return false;
  }

  /** Deals with every answer but acceptance; true if the upload may have arrived all the same. */
  private boolean isStillOpen(UploadResult answer, int attempt) {
    if (answer instanceof UploadResult.AlreadyThere already) {
      return decideBySha256(already);
    }
    if (answer instanceof UploadResult.Deferred deferred) {
      waitFor(deferred);
      return false;
    }
    if (answer instanceof UploadResult.Unauthorized unauthorized) {
      recorder.note(Type.REJECTED, target.artifact(), unauthorized.reason());
      throw stopped(
          ArtifactState.REJECTED,
          Code.UNAUTHORIZED,
          "the registry does not accept the token: " + unauthorized.reason(),
          "correct the token or its rights, then " + next);
    }
    if (answer instanceof UploadResult.Rejected rejected) {
      recorder.note(Type.REJECTED, target.artifact(), rejected.reason());
      throw stopped(
          ArtifactState.REJECTED,
          Code.REJECTED,
          "the registry refuses it (" + rejected.status() + "): " + rejected.reason(),
          "correct what it says; if anything of this version is public, release the next one");
    }
    recorder.note(Type.AMBIGUOUS, target.artifact(), text(((UploadResult.Unknown) answer).why()));
    pace.pause(budgets.backOff(attempt));
    return true;
  }

  /**
   * PyPI takes the same bytes again; that it does not means that what is there is something else.
   */
  private boolean decideBySha256(UploadResult.AlreadyThere already) {
    if (!target.sendingAgainVerifies()) {
      return true;
    }
    if (appears(budgets.quietPeriod())) {
      return true;
    }
    recorder.note(Type.CONFLICT, target.artifact(), already.said());
    throw stopped(
        ArtifactState.CONFLICT,
        Code.OTHER_BYTES_PUBLISHED,
        "the registry says that it is there, with other bytes: " + already.said(),
        "nothing more was sent; find out who published them, and release a new version");
  }

  private void waitFor(UploadResult.Deferred deferred) {
    recorder.note(Type.DEFERRED, target.artifact(), deferred.until().toString());
    Duration wait = Duration.between(pace.now(), deferred.until());
    if (wait.compareTo(budgets.longestDeferral()) > 0) {
      throw stopped(
          ArtifactState.DEFERRED,
          Code.DEFERRED,
          "the registry asks to wait until " + deferred.until() + ": " + deferred.reason(),
          "then " + next);
    }
    if (!wait.isNegative()) {
      pace.pause(wait);
    }
  }

  private Stopped stopped(ArtifactState state, Code code, String message, String help) {
    return new Stopped(state, Problem.of(code, Place.of(target.artifact().id()), message, help));
  }

  private static String text(Reason reason) {
    return reason.toString();
  }
}
