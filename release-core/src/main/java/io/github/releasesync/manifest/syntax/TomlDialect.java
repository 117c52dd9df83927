package io.github.releasesync.manifest.syntax;

import org.tomlj.TomlVersion;

/** The version of TOML that a file is written in, which depends on the tool that reads it. */
enum TomlDialect {
  /** What Python's tomllib reads, and every other tool. */
  V1_0,
  /** Line ends, comments and a last comma in inline tables, and two more escapes: Cargo. */
  V1_1;

  /** The dialect of a file. */
  static TomlDialect of(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    return name.equals("Cargo.toml") || name.equals("Cargo.lock") ? V1_1 : V1_0;
  }

  TomlVersion version() {
    return this == V1_1 ? TomlVersion.V1_1_0 : TomlVersion.V1_0_0;
  }

  boolean linesInTables() {
    return this == V1_1;
  }
}
