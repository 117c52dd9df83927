package io.github.releasesync.check;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.workspace.Lock;
import io.github.releasesync.text.Located;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Pep440Version;
import java.util.List;
import java.util.Optional;

/** Locks that state another version of an own package than its manifest. */
public final class LockRule implements Rule {

  private static final int MOST_NAMED = 3;

  LockRule() {}

  @Override
  public List<Problem> findings(Snapshot snapshot, List<Group> groups) {
    return snapshot.workspace().locks().stream()
        .flatMap(lock -> finding(lock, stale(lock)).stream())
        .toList();
  }

  /**
   * The entries of a lock that its tool would rewrite.
   *
   * @param lock the lock
   * @return those that are missing or state another version
   */
  public static List<Lock.Entry> stale(Lock lock) {
    return lock.entries().stream().filter(entry -> isStale(lock.kind(), entry)).toList();
  }

  /**
   * An entry in words.
   *
   * @param entry a stale entry
   * @return for example {@code engine 1.0.0 != 1.1.0}
   */
  public static String describe(Lock.Entry entry) {
    String own = entry.owner().version().orElse("0.0.0");
    return entry
        .locked()
        .map(locked -> entry.owner().name() + " " + locked.value() + " != " + own)
        .orElseGet(() -> entry.owner().name() + " " + own + " is missing");
  }

  private static boolean isStale(Lock.Kind kind, Lock.Entry entry) {
    String own = entry.owner().version().orElse("0.0.0");
    Optional<String> locked = entry.locked().map(Located::value);
    if (locked.isEmpty()) {
      return true;
    }
    return kind == Lock.Kind.CARGO ? !locked.get().equals(own) : !samePep440(locked.get(), own);
  }

  private static boolean samePep440(String locked, String own) {
    try {
      return Pep440Version.parse(locked).equals(Pep440Version.parse(own));
    } catch (InvalidVersionException e) {
      return locked.equals(own);
    }
  }

  /**
   * Cargo's {@code --locked} fails for every crate of a workspace whose lock is behind on a member.
   * A lock that is behind on crates from elsewhere, as those of fuzzers and benchmarks are, stops
   * no release; nor does that of a project that is never uploaded.
   */
  private static Optional<Problem> finding(Lock lock, List<Lock.Entry> stale) {
    if (stale.isEmpty()) {
      return Optional.empty();
    }
    boolean cargo = lock.kind() == Lock.Kind.CARGO;
    boolean matters = stale.stream().anyMatch(e -> cargo ? e.member() : e.owner().publishable());
    Place place =
        stale.stream()
            .flatMap(e -> e.locked().stream())
            .map(Located::place)
            .findFirst()
            .orElse(Place.of(lock.file()));
    List<String> named =
        stale.stream().limit(MOST_NAMED).map(entry -> difference(entry, cargo)).toList();
    String more = stale.size() > MOST_NAMED ? " and " + (stale.size() - MOST_NAMED) + " more" : "";
    return Optional.of(
        new Problem(
            cargo ? Code.CARGO_LOCK_STALE : Code.UV_LOCK_STALE,
            matters ? Severity.ERROR : Severity.WARNING,
            place,
            (cargo ? "Cargo.lock" : "uv.lock")
                + " is out of date: "
                + String.join("; ", named)
                + more,
            help(cargo ? "cargo update --workspace" : "uv lock", stale)));
  }

  private static String difference(Lock.Entry entry, boolean cargo) {
    String own = entry.owner().version().orElse("0.0.0");
    String manifest = cargo ? "Cargo.toml" : "pyproject.toml";
    return entry
        .locked()
        .map(
            locked ->
                entry.owner().name()
                    + " is "
                    + locked.value()
                    + " there, "
                    + own
                    + " in "
                    + manifest)
        .orElseGet(() -> describe(entry));
  }

  /** Only the lock's own tool writes an entry that is not there yet. */
  private static Help help(String command, List<Lock.Entry> stale) {
    String tool = "`" + command + "` in its folder";
    boolean stated = stale.stream().allMatch(entry -> entry.locked().isPresent());
    return stated
        ? Help.of("run `", Command.of("sync"), "`, or " + tool + ", and commit the lock")
        : Help.of("run " + tool + " and commit the lock");
  }
}
