package io.github.releasesync.changelog;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sections that conventional commits become entries of.
 *
 * @param sections the section of each type of commit, in lower case; other types make no entry
 *     unless they break something
 */
public record CommitKinds(Map<String, String> sections) {

  /**
   * The types that users notice, and that ask for a release: {@code feat} is Added, {@code fix} is
   * Fixed, {@code perf} is Changed.
   */
  public static final CommitKinds DEFAULT =
      new CommitKinds(
          Map.of(
              "feat",
              ChangeKind.ADDED.heading(),
              "fix",
              ChangeKind.FIXED.heading(),
              "perf",
              ChangeKind.CHANGED.heading()));

  /** Copies. */
  public CommitKinds {
    sections = Map.copyOf(sections);
  }

  /**
   * The same with more types.
   *
   * @param others sections by type: {@code docs} is Documentation
   * @return both; of the same type the given one wins
   */
  public CommitKinds with(Map<String, String> others) {
    Map<String, String> all = new TreeMap<>(sections);
    others.forEach((type, section) -> all.put(type.toLowerCase(Locale.ROOT), section));
    return new CommitKinds(all);
  }

  /**
   * The section of a commit. A breaking change is Changed, for any type, unless its type is
   * Removed: there Keep a Changelog 2.0.0 marks it.
   *
   * @param type as written, in any case
   * @param breaking whether it breaks something
   * @return empty if users need not know of it
   */
  public Optional<String> section(String type, boolean breaking) {
    Optional<String> own = Optional.ofNullable(sections.get(type.toLowerCase(Locale.ROOT)));
    boolean stays =
        own.flatMap(ChangeKind::of).filter(kind -> kind == ChangeKind.REMOVED).isPresent();
    return breaking && !stays ? Optional.of(ChangeKind.CHANGED.heading()) : own;
  }
}
