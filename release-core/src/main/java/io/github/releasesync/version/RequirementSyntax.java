package io.github.releasesync.version;

/** The languages in which manifests write which versions of a package they take. */
public enum RequirementSyntax {
  /** Cargo's: a bare version is {@code ^}. */
  CARGO,

  /** The version specifiers of PEP 440. */
  PEP440,

  /** Poetry's constraints: {@code ^}, {@code ~}, and a bare version is exact. */
  POETRY,

  /** Maven's: ranges, or a bare version, which recommends. */
  MAVEN
}
