package io.github.releasesync.manifest.python;

import io.github.releasesync.text.Located;
import java.util.Optional;

/**
 * One entry of a {@code uv.lock}.
 *
 * @param name the project's name, normalised by uv
 * @param version its locked version; uv writes none for a project whose version is dynamic
 * @param source where it comes from
 */
public record LockedProject(
    Located<String> name, Optional<Located<String>> version, Source source) {

  /** Where a locked project comes from. */
  public sealed interface Source {

    /**
     * A folder: {@code editable}, {@code virtual} or {@code directory}.
     *
     * @param path the folder, from that of the lock
     */
    record Own(String path) implements Source {}

    /** A registry, a git repository, a URL or a file. */
    record Foreign() implements Source {}
  }

  /**
   * The folder of a project that is locked from a folder.
   *
   * @return its path from the folder of the lock; empty for everything else
   */
  public Optional<String> ownPath() {
    return source instanceof Source.Own own ? Optional.of(own.path()) : Optional.empty();
  }
}
