package io.github.releasesync.version;

import io.github.releasesync.version.Level.Bump;
import io.github.releasesync.version.Level.Development;
import io.github.releasesync.version.Level.Explicit;
import io.github.releasesync.version.Level.Part;
import io.github.releasesync.version.Level.PreRelease;
import io.github.releasesync.version.Level.Word;
import io.github.releasesync.version.NextVersion.Found;
import io.github.releasesync.version.NextVersion.Refused;
import io.github.releasesync.version.ReleaseVersion.Stage;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The versions that a release cannot have any more. */
final class TakenVersions {

  private final List<ReleaseVersion> released;
  private final Set<ReleaseVersion> tagged;

  TakenVersions(Collection<ReleaseVersion> released, Collection<ReleaseVersion> tagged) {
    this.released = released.stream().filter(version -> !version.isDevelopment()).toList();
    this.tagged = Set.copyOf(tagged);
  }

  /** Ends because each version blocks once: the next candidate is above it. */
  NextVersion next(Level level, ReleaseVersion current) {
    NextVersion next = level.next(current);
    while (next instanceof Found found) {
      Optional<ReleaseVersion> blocker = blocker(found.version());
      if (blocker.isEmpty()) {
        return next;
      }
      next = after(level, found.version(), blocker.get());
    }
    return next;
  }

  /** The highest released version of the series that is not below, or the tag that is equal. */
  private Optional<ReleaseVersion> blocker(ReleaseVersion version) {
    return released.stream()
        .filter(other -> other.isOfSeries(version) && other.compareTo(version) >= 0)
        .filter(other -> !isOnTheWay(other, version))
        .max(Comparator.naturalOrder())
        .or(() -> tagged.contains(version) ? Optional.of(version) : Optional.empty());
  }

  /** After 1.2.0-rc.1 was released, what is developed is 1.2.0 still. */
  private static boolean isOnTheWay(ReleaseVersion other, ReleaseVersion version) {
    return version.isDevelopment() && other.isPreRelease() && other.base().equals(version.base());
  }

  private NextVersion after(Level level, ReleaseVersion wanted, ReleaseVersion blocker) {
    if (level instanceof Bump raise) {
      return after(raise, blocker);
    }
    if (level instanceof Development) {
      return level.next(blocker);
    }
    boolean counts = level instanceof PreRelease || level == Word.POST;
    boolean sameCount = blocker.stage() == wanted.stage() && blocker.base().equals(wanted.base());
    return counts && sameCount ? level.next(blocker) : refuse(level, wanted, blocker);
  }

  private static Found after(Bump raise, ReleaseVersion blocker) {
    boolean open =
        raise.stage().isNumbered()
            && blocker.stage().compareTo(raise.stage()) <= 0
            && raise.part().isSatisfiedBy(blocker);
    return open ? new Found(new PreRelease(raise.stage()).after(blocker)) : raise.next(blocker);
  }

  private Refused refuse(Level level, ReleaseVersion wanted, ReleaseVersion blocker) {
    String reason =
        wanted.equals(blocker)
            ? wanted.text() + " is tagged already"
            : wanted.text() + " is lower than " + blocker.text() + ", which is released already";
    return new Refused(reason, instead(level, wanted, blocker));
  }

  private String instead(Level level, ReleaseVersion wanted, ReleaseVersion blocker) {
    if (level instanceof Explicit || level == Word.CURRENT) {
      return free(wanted).text();
    }
    if (level instanceof PreRelease pre) {
      boolean sameBase = blocker.base().equals(wanted.base());
      return sameBase && blocker.isPreRelease()
          ? blocker.stage().word()
          : new Bump(Part.PATCH, pre.stage()).toString();
    }
    return Part.PATCH.toString();
  }

  /** The next version of the same kind that is not taken. */
  private ReleaseVersion free(ReleaseVersion taken) {
    Stage stage = taken.stage();
    Level sameBase = stage.isNumbered() ? new PreRelease(stage) : Word.POST;
    boolean counts = stage.isNumbered() || taken.postDigits() != null;
    if (counts && next(sameBase, taken) instanceof Found found) {
      return found.version();
    }
    return ((Found) next(new Bump(Part.PATCH, stage), taken)).version();
  }
}
