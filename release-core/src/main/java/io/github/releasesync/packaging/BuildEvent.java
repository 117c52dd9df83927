package io.github.releasesync.packaging;

import java.time.Duration;
import java.util.List;

/** An event of a build, or a line that a tool wrote. */
public sealed interface BuildEvent {

  /**
   * Cargo begins to package crates.
   *
   * @param crates the names of the crates, at least one
   * @param cargoVersion the version of Cargo
   */
  record PackagingCrates(List<String> crates, String cargoVersion) implements BuildEvent {}

  /**
   * A tool begins to build a Python project.
   *
   * @param project the name of the project
   * @param tool the tool with its version, such as {@code uv 0.9.1}
   */
  record BuildingProject(String project, String tool) implements BuildEvent {}

  /**
   * Tools are installed below the output folder.
   *
   * @param requirements the tools as requirements of pip
   */
  record InstallingTools(List<String> requirements) implements BuildEvent {}

  /**
   * A build succeeded.
   *
   * @param files the names of the files that it created
   * @param took how long it took
   */
  record Built(List<String> files, Duration took) implements BuildEvent {}

  /**
   * A line from the output of a failed tool.
   *
   * @param line the line as the tool wrote it
   */
  record ToolWrote(String line) implements BuildEvent {}
}
