package io.github.releasesync.manifest.cargo;

import java.util.List;

/** Where {@code publish} lets a crate go. See the Cargo book, "The publish field". */
public sealed interface Publish {

  /**
   * To any registry: {@code publish = true}, or no such key.
   *
   * @param stated whether the manifest states it explicitly
   */
  record Anywhere(boolean stated) implements Publish {

    /** Where nothing is written. */
    public Anywhere() {
      this(false);
    }
  }

  /** To none: {@code publish = false} or {@code publish = []}. */
  record Nowhere() implements Publish {}

  /**
   * To the named registries only.
   *
   * @param registries their names; crates.io is {@code crates-io}
   */
  record Only(List<String> registries) implements Publish {}

  /** From {@code [workspace.package]}: {@code publish.workspace = true}. */
  record Inherited() implements Publish {}
}
