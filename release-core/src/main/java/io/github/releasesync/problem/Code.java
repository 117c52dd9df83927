package io.github.releasesync.problem;

/**
 * Every kind of problem that a user can meet. The identifier is stable and has a page in the
 * manual; the constant's name may change.
 *
 * <p>RS0xx: input of release-sync. RS1xx: versions. RS2xx: locks and requirements. RS30x, RS31x:
 * building. RS32x: artifacts. RS34x: registries. RS36x, RS37x: publishing. RS38x: the sandbox.
 */
public enum Code {
  /** A parameter's value cannot be understood. */
  CONFIGURATION_INVALID("RS001", Severity.ERROR, "invalid configuration"),
  /** The root folder does not exist. */
  ROOT_MISSING("RS002", Severity.ERROR, "root that is not a folder"),
  /** A report cannot be written. */
  OUTPUT_UNWRITABLE("RS003", Severity.ERROR, "output that cannot be written"),
  /** Git answered with an error, or not in time. */
  GIT_FAILED("RS004", Severity.ERROR, "git failure"),
  /** A manifest or lock is not well-formed. */
  MANIFEST_INVALID("RS010", Severity.ERROR, "manifest that cannot be read"),
  /** A file cannot be read: permissions, size, encoding, or a link that leaves the repository. */
  FILE_UNREADABLE("RS011", Severity.ERROR, "file that cannot be read"),
  /** A manifest that its own tool would not load, left out. */
  MANIFEST_LEFT_OUT("RS012", Severity.INFO, "manifest left out"),
  /** A workspace names a member that is not there. */
  MEMBER_MISSING("RS013", Severity.ERROR, "missing workspace member"),
  /** The root is not in a git work tree. */
  NOT_A_REPOSITORY("RS014", Severity.INFO, "outside git"),
  /** History is cut off, so that release tags cannot be seen. */
  HISTORY_UNKNOWN("RS015", Severity.INFO, "history that is not available"),
  /** No manifest anywhere. */
  NOTHING_TO_CHECK("RS016", Severity.WARNING, "nothing to check"),
  /** No git program: what git alone can do is refused, and the rest is read without it. */
  GIT_NOT_ON_PATH("RS017", Severity.INFO, "git that is not on the PATH"),
  /** Packages of one group do not agree. */
  DRIFT("RS101", Severity.ERROR, "drift within a group"),
  /** Packages that agreed at the newest release tag no longer do. */
  DRIFT_SINCE_TAG("RS102", Severity.ERROR, "drift since the newest release tag"),
  /** A version that the three ecosystems do not order in the same way. */
  NOT_PORTABLE("RS103", Severity.ERROR, "version that is not portable"),
  /** A valid version that does not have the canonical spelling of its ecosystem. */
  NOT_CANONICAL("RS104", Severity.WARNING, "version that is not spelled canonically"),
  /** A post-release in a Cargo.toml. */
  POST_RELEASE_IN_CARGO("RS105", Severity.ERROR, "post-release in a Cargo.toml"),
  /** A static Python version that is not that of the crate behind it. */
  PYTHON_DIFFERS_FROM_CRATE(
      "RS106", Severity.ERROR, "static Python version that differs from its crate"),
  /** A version that its own ecosystem refuses. */
  VERSION_INVALID("RS107", Severity.ERROR, "version that its ecosystem refuses"),
  /** A version that the text of the tree does not tell: a Maven expression, a computed one. */
  VERSION_UNRESOLVED("RS108", Severity.INFO, "version that cannot be resolved"),
  /** A version that a build backend takes from the tags of git. */
  VERSION_FROM_GIT("RS109", Severity.INFO, "version from git"),
  /** A release tag at HEAD whose version no manifest has. */
  TAG_OF_ANOTHER_VERSION("RS111", Severity.ERROR, "release tag that no manifest agrees with"),
  /** A release tag at HEAD that is only a name for its commit. */
  TAG_LIGHTWEIGHT("RS112", Severity.INFO, "lightweight release tag"),
  /** A version that is below a release of its series. */
  VERSION_BELOW_RELEASE("RS113", Severity.ERROR, "version below a release"),
  /** A release tag at HEAD that does not have the format of its group's tags. */
  TAG_FORMAT_BROKEN("RS114", Severity.ERROR, "release tag of another format"),
  /** A package that shared a release once stayed at it, while its group went on. */
  LEFT_BEHIND("RS115", Severity.INFO, "package left at an earlier release"),
  /** A version that the running Maven build overrides. */
  REACTOR_VERSION("RS116", Severity.WARNING, "Maven build of another version"),
  /** A Cargo.lock that states an older version of an own crate. */
  CARGO_LOCK_STALE("RS201", Severity.ERROR, "stale Cargo.lock"),
  /** A uv.lock that states an older version of an own project. */
  UV_LOCK_STALE("RS202", Severity.ERROR, "stale uv.lock"),
  /** A requirement on a sibling that the sibling's version does not satisfy. */
  REQUIREMENT_UNSATISFIED("RS203", Severity.ERROR, "unsatisfied sibling requirement"),
  /** A lock in a format of a later tool. */
  LOCK_FORMAT_UNKNOWN("RS204", Severity.WARNING, "lock of an unknown format"),
  /** A publishable crate that depends on one that is never published. */
  DEPENDENCY_UNPUBLISHABLE(
      "RS211", Severity.ERROR, "publishable crate that depends on an unpublishable one"),
  /** A versioned dev-dependency that closes a cycle of publishable crates. */
  DEV_DEPENDENCY_CIRCLE("RS212", Severity.WARNING, "dev-dependency that closes a cycle"),
  /** Publishable crates that depend on each other. */
  CRATE_CIRCLE("RS213", Severity.ERROR, "crates that depend on each other"),
  /** A publishable crate without metadata that crates.io requires. */
  CRATE_METADATA_MISSING("RS214", Severity.ERROR, "crate without description or license"),
  /** Metadata of a publishable crate that crates.io refuses. */
  CRATE_METADATA_REFUSED("RS215", Severity.ERROR, "crate metadata that crates.io refuses"),
  /** A readme or license file that a manifest names and that does not exist. */
  NAMED_FILE_MISSING("RS216", Severity.ERROR, "missing readme or license file"),
  /** A publishable crate whose name crates.io refuses. */
  CRATE_NAME_REFUSED("RS217", Severity.ERROR, "crate name that crates.io refuses"),
  /** A published package enables a feature that must not be released. */
  UNRELEASED_FEATURE_REACHABLE("RS218", Severity.ERROR, "unreleased feature that is enabled"),
  /** A crate that is meant to be published depends on a path alone. */
  DEPENDENCY_WITHOUT_VERSION(
      "RS219", Severity.ERROR, "crate to publish with a dependency without version"),
  /** Metadata of a project that PyPI or its build backend refuses. */
  PROJECT_METADATA_REFUSED("RS221", Severity.ERROR, "project metadata that PyPI refuses"),
  /** A requires-python that allows older versions than the stable ABI of the crate. */
  PYTHON_OLDER_THAN_ABI("RS222", Severity.WARNING, "Python that is older than the stable ABI"),
  /** A project and its crate state different licenses. */
  LICENCES_DIFFER("RS223", Severity.WARNING, "different licenses of wheel and crate"),
  /** A file that is not configured still states the version of the previous release. */
  STALE_COPY("RS231", Severity.WARNING, "copy of an earlier version"),
  /** A file that the configuration names does not state its group's version. */
  COPY_DIFFERS("RS232", Severity.ERROR, "configured copy of another version"),
  /** A release without an entry in the changelog. */
  CHANGELOG_ENTRY_MISSING("RS241", Severity.WARNING, "release without an entry in the changelog"),
  /** A tool that a package needs is not installed. */
  TOOL_MISSING("RS301", Severity.ERROR, "missing tool"),
  /** The environment of a build contains a credential. */
  CREDENTIAL_IN_BUILD("RS302", Severity.ERROR, "credential in the environment of a build"),
  /** A tool ended with an error. */
  TOOL_FAILED("RS303", Severity.ERROR, "tool failure"),
  /** A tool did not finish: too slow, or interrupted. */
  TOOL_STOPPED("RS304", Severity.ERROR, "tool that did not finish"),
  /** The tree differs from its commit. */
  TREE_CHANGED("RS305", Severity.ERROR, "uncommitted changes"),
  /** A tool succeeded, but its output is not the expected one. */
  ARTIFACT_UNEXPECTED("RS306", Severity.ERROR, "unexpected build output"),
  /** An artifact cannot be read: missing, truncated, or not in the format of its name. */
  ARTIFACT_UNREADABLE("RS320", Severity.ERROR, "artifact that cannot be read"),
  /** A file whose name is not one of a crate, wheel or sdist. */
  ARTIFACT_NAME_INVALID("RS321", Severity.ERROR, "artifact with an invalid name"),
  /** The package inside an artifact does not match its file name. */
  ARTIFACT_MISNAMED("RS322", Severity.ERROR, "artifact that contains another package"),
  /** An entry whose path leaves its folder, or would on some system. */
  ARCHIVE_PATH_UNSAFE("RS323", Severity.ERROR, "archive with an unsafe path"),
  /** An entry that is neither a file nor a folder, or is stored in an unusual way. */
  ARCHIVE_ENTRY_UNUSUAL("RS324", Severity.ERROR, "archive with an entry that registries refuse"),
  /** An archive that two programs would read differently. */
  ARCHIVE_AMBIGUOUS("RS325", Severity.ERROR, "ambiguous archive"),
  /** An archive that is larger than any registry takes. */
  ARCHIVE_TOO_LARGE("RS326", Severity.ERROR, "archive that is too large"),
  /** An artifact without its metadata file. */
  ARTIFACT_INCOMPLETE("RS327", Severity.ERROR, "artifact without its metadata"),
  /** A METADATA, PKG-INFO or Cargo.toml inside an artifact that cannot be understood. */
  ARTIFACT_METADATA_INVALID("RS328", Severity.ERROR, "artifact with invalid metadata"),
  /** An address of a registry that is not one, or has a user in it. */
  REGISTRY_URL_INVALID("RS340", Severity.ERROR, "invalid registry address"),
  /** http to a host that is not a loopback address. */
  REGISTRY_URL_INSECURE("RS341", Severity.ERROR, "registry address without encryption"),
  /** A token with characters that no token has. */
  TOKEN_INVALID("RS342", Severity.ERROR, "malformed token"),
  /** Nothing can be sent without a token. */
  TOKEN_MISSING("RS343", Severity.ERROR, "registry without a token"),
  /** A file that was changed after it was planned. */
  ARTIFACT_CHANGED("RS344", Severity.ERROR, "artifact that changed after it was planned"),
  /** A publishable package without a file of its version. */
  ARTIFACTS_INCOMPLETE("RS360", Severity.ERROR, "release with a missing file"),
  /** A group of which nothing is published. */
  NOTHING_TO_PUBLISH("RS361", Severity.ERROR, "group with nothing to publish"),
  /** Crates that form a dependency cycle. */
  CRATE_ORDER("RS362", Severity.ERROR, "crates without a publish order"),
  /** Another build of the same version is staged. */
  OTHER_PLAN_STAGED("RS363", Severity.ERROR, "staged files of another build"),
  /** The store cannot be written or read. */
  STAGING_FAILED("RS364", Severity.ERROR, "store that cannot be used"),
  /** Another run works on the same release. */
  JOURNAL_LOCKED("RS365", Severity.ERROR, "release in use by another run"),
  /** A line of the journal is not as it was written. */
  JOURNAL_DAMAGED("RS366", Severity.ERROR, "modified journal"),
  /** The dist folder was built from another commit, or from changes that are in none. */
  ARTIFACTS_OF_ANOTHER_COMMIT("RS367", Severity.ERROR, "artifacts of another commit"),
  /** A build of some modules only. */
  REACTOR_PARTIAL("RS368", Severity.ERROR, "release from a part of the modules"),
  /** A registry has other bytes under a planned name. */
  OTHER_BYTES_PUBLISHED("RS370", Severity.ERROR, "different content under the same name"),
  /** A registry refuses an artifact. */
  REJECTED("RS371", Severity.ERROR, "artifact that a registry refuses"),
  /** A registry gives no answer that can be trusted. */
  REGISTRY_UNAVAILABLE("RS372", Severity.ERROR, "registry without a trustworthy answer"),
  /** A registry does not accept the token. */
  UNAUTHORIZED("RS373", Severity.ERROR, "token that a registry does not accept"),
  /** A registry asks to wait longer than the run may. */
  DEFERRED("RS374", Severity.ERROR, "registry rate limit"),
  /** An index does not list what its registry accepted. */
  INDEX_BEHIND("RS375", Severity.ERROR, "index that is behind its registry"),
  /** An address that is not this machine's. */
  NOT_LOOPBACK("RS376", Severity.ERROR, "registry on another machine"),
  /** Different tokens for one registry. */
  TOKENS_DIFFER("RS378", Severity.ERROR, "conflicting tokens"),
  /** Several groups could be meant. */
  GROUP_UNCLEAR("RS379", Severity.ERROR, "ambiguous group"),
  /** The port that the sandbox should listen on is not free. */
  SANDBOX_PORT_TAKEN("RS380", Severity.ERROR, "sandbox port that is taken"),
  /** The folder of the sandbox's state cannot be used, or holds something else. */
  SANDBOX_STATE_INVALID("RS381", Severity.ERROR, "sandbox state that cannot be read"),
  /** Another sandbox works on the same state. */
  SANDBOX_STATE_IN_USE("RS382", Severity.ERROR, "sandbox state in use"),
  /** A fault that the sandbox does not know. */
  FAULT_UNKNOWN("RS383", Severity.ERROR, "unknown fault"),
  /** A package that another tool publishes is not in its registry. */
  EXTERNAL_PACKAGE_ABSENT("RS384", Severity.ERROR, "missing externally published package"),
  /** A crate that only a wheel needs, of which nothing says whether it is released itself. */
  CRATE_UNDECIDED("RS385", Severity.ERROR, "crate of a wheel without a decision"),
  /** A value that should change is not written in a form that can be replaced. */
  VALUE_NOT_EDITABLE("RS401", Severity.ERROR, "value that cannot be edited"),
  /** One text states the versions of packages that should get different ones. */
  VERSION_SHARED("RS402", Severity.ERROR, "version that several groups share"),
  /** The files have an unexpected version after an edit. */
  EDIT_NOT_KEPT("RS403", Severity.ERROR, "edit that failed verification"),
  /** Files could not all be written; those that were are as before. */
  CHANGE_FAILED("RS404", Severity.ERROR, "change that could not be written"),
  /** An interrupted change that cannot be recovered. */
  CHANGE_DAMAGED("RS405", Severity.ERROR, "interrupted change that cannot be repaired"),
  /** Another run changes the same files. */
  CHANGE_LOCKED("RS406", Severity.ERROR, "files in use by another run"),
  /** A word that names no level. */
  LEVEL_INVALID("RS407", Severity.ERROR, "unknown level"),
  /** A level without a next version from the version in the manifests. */
  LEVEL_REFUSED("RS408", Severity.ERROR, "level without a next version"),
  /** A package that cannot be bumped without its lead, or that does not exist. */
  PACKAGE_NOT_ALONE("RS409", Severity.ERROR, "package that cannot be bumped on its own"),
  /** A release cannot be written into a changelog without changing existing text. */
  CHANGELOG_NOT_EDITABLE("RS421", Severity.ERROR, "changelog that cannot be written"),
  /** A release is prepared from committed changes only. */
  TREE_NOT_CLEAN("RS431", Severity.ERROR, "release with uncommitted changes"),
  /** A branch that releases must not be made from. */
  BRANCH_NOT_RELEASED("RS432", Severity.ERROR, "branch that is not allowed for releases"),
  /** A branch of which the remote has more. */
  BRANCH_BEHIND("RS433", Severity.ERROR, "branch that is behind its remote"),
  /** A tag that is there already. */
  TAG_TAKEN("RS434", Severity.ERROR, "existing release tag"),
  /** The tree to release has errors. */
  CHECK_FAILS("RS435", Severity.ERROR, "release with errors of check"),
  /** A fix that was released and that the branch does not have. */
  FIX_NOT_PORTED("RS436", Severity.ERROR, "released fix that is not on this branch"),
  /** A rollback without anything to roll back. */
  NOTHING_PREPARED("RS437", Severity.ERROR, "rollback without a prepared release"),
  /** A rollback of a release that others may have fetched. */
  RELEASE_PUSHED("RS438", Severity.ERROR, "rollback of a release that was pushed"),
  /** A level below what the commits since the last release ask for. */
  LEVEL_TOO_LOW("RS442", Severity.WARNING, "level below what the commits ask for"),
  /** A POM with an ambiguous place for the configuration. */
  POM_PLACE_UNCLEAR("RS451", Severity.ERROR, "POM without a clear place for the configuration");

  private final String id;
  private final Severity severity;
  private final String title;

  Code(String id, Severity severity, String title) {
    this.id = id;
    this.severity = severity;
    this.title = title;
  }

  /**
   * The stable identifier.
   *
   * @return {@code RS} and three digits
   */
  public String id() {
    return id;
  }

  /**
   * The default severity.
   *
   * @return the default severity
   */
  public Severity severity() {
    return severity;
  }

  /**
   * A short description.
   *
   * @return the heading of its page in the manual
   */
  public String title() {
    return title;
  }

  /**
   * The code, as users meet it in output, reports and the manual.
   *
   * @return {@code RS} and three digits
   */
  @Override
  public String toString() {
    return id;
  }
}
