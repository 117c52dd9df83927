package io.github.releasesync.change;

import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.Policy;
import io.github.releasesync.project.group.ReleaseTag;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.text.Located;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.Pep440Version;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.VersionMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The version text of each package that is to change. Packages that are not named stay. */
public final class TargetVersions {

  private static final String INCUBATING = "-incubating";
  private static final String SNAPSHOT = "-SNAPSHOT";

  /** Build metadata of a crate is no part of its version: the written one stays with it. */
  private static final String BUILD = "+";

  private final Map<Package, String> texts = new LinkedHashMap<>();

  /** No targets yet. */
  public TargetVersions() {}

  /**
   * The target versions of the followers of a group, by its lead. Packages that agree and have the
   * canonical spelling are not changed.
   *
   * @param group the group
   * @param atHead the release tags of the commit that is checked out: where one is the lead's, a
   *     development version does not agree with its release
   * @return the targets; none where the lead's version is not portable
   */
  public static TargetVersions toFollow(Group group, List<ReleaseTag> atHead) {
    TargetVersions targets = new TargetVersions();
    Optional<ReleaseVersion> version = group.lead().release();
    if (version.isPresent() && group.policy() != Policy.INDEPENDENT) {
      boolean tagged = atHead.stream().anyMatch(t -> t.version().mapsExactly(version.get()));
      group.members().stream()
          .filter(p -> !follows(p, group, version.get(), tagged))
          .forEach(p -> targets.put(p, version.get()));
    }
    return targets;
  }

  /**
   * The target versions of the followers of several groups.
   *
   * @param groups the groups
   * @param atHead the release tags of the commit that is checked out
   * @return the targets of each
   */
  public static TargetVersions toFollow(List<Group> groups, List<ReleaseTag> atHead) {
    TargetVersions targets = new TargetVersions();
    groups.forEach(group -> targets.addAll(toFollow(group, atHead)));
    return targets;
  }

  /**
   * The versions of the members of a group when it is bumped.
   *
   * @param group the group
   * @param version its next version
   * @return the targets: the packages that {@link Policy#moves} selects
   */
  public static TargetVersions toBump(Group group, ReleaseVersion version) {
    TargetVersions targets = new TargetVersions();
    for (Package p : group.members()) {
      if (group.policy().moves(group.lead(), p, version)) {
        targets.put(p, version);
      }
    }
    return targets;
  }

  /**
   * Adds the targets of another group.
   *
   * @param others the targets
   */
  public void addAll(TargetVersions others) {
    texts.putAll(others.texts);
  }

  /**
   * The new version texts by package, in the form of the place of the version.
   *
   * @return in the order of the groups
   */
  public Map<Package, String> texts() {
    return texts;
  }

  private void put(Package p, ReleaseVersion version) {
    p.literal()
        .filter(literal -> !literal.value().startsWith(spelled(literal, version) + BUILD))
        .ifPresent(literal -> texts.put(p, spelled(literal, version)));
  }

  private static boolean follows(Package p, Group group, ReleaseVersion version, boolean tagged) {
    if (p.release().isEmpty()) {
      return p.literal().isEmpty();
    }
    ReleaseVersion own = p.release().get();
    if (group.policy() == Policy.MAJOR_MINOR && !p.equals(group.lead())) {
      return sameMinor(p, version);
    }
    if (own.isDevelopment() != version.isDevelopment()) {
      boolean left =
          isBesideSnapshot(p, group.lead()) || own.isPreRelease() && version.isPreRelease();
      return own.agrees(version) && left && !tagged;
    }
    boolean left = own.isDevelopment() || own.post().isPresent();
    return own.agrees(version) && (left || isCanonical(p, own, group.spansEcosystems()));
  }

  /**
   * Teams that have no development forms in Cargo and PyPI keep X.Y.Z there while Maven has
   * X.Y.Z-SNAPSHOT. Any other development form beside a release was forgotten; beside a
   * pre-release, as 1.7.0.dev0 beside 1.7.0-alpha.0, it is not.
   */
  private static boolean isBesideSnapshot(Package p, Package lead) {
    boolean snapshot =
        p.ecosystem() == Ecosystem.MAVEN && p.release().get().isDevelopment()
            || lead.ecosystem() == Ecosystem.MAVEN && lead.release().get().isDevelopment();
    return snapshot && p.ecosystem() != lead.ecosystem();
  }

  /**
   * A version whose text is that of another ecosystem, or an old spelling, is written again. Maven
   * itself has no canonical spelling.
   */
  private static boolean isCanonical(Package p, ReleaseVersion own, boolean travelling) {
    if (p.literal().isEmpty()) {
      return true;
    }
    Located<String> literal = p.literal().get();
    Ecosystem ecosystem = ecosystemOf(literal.place().file());
    return literal.value().equals(spelled(literal, own))
        || ecosystem == Ecosystem.PYPI && Pep440Version.isNormal(literal.value())
        || ecosystem != Ecosystem.PYPI && !travelling;
  }

  private static boolean sameMinor(Package p, ReleaseVersion version) {
    return p.release().filter(version::isOfSeries).isPresent();
  }

  private static String spelled(Located<String> literal, ReleaseVersion version) {
    Ecosystem ecosystem = ecosystemOf(literal.place().file());
    return ecosystem == Ecosystem.MAVEN
        ? inMaven(version, literal.value())
        : VersionMapping.spell(version, ecosystem);
  }

  /**
   * A version in Maven's spelling. The suffix of the Apache Incubator is not a part of the version,
   * and stays.
   *
   * @param version the version
   * @param before the text in whose place it is written
   * @return the text to write
   */
  public static String inMaven(ReleaseVersion version, String before) {
    String text = VersionMapping.spell(version, Ecosystem.MAVEN);
    if (!before.contains(INCUBATING)) {
      return text;
    }
    return text.endsWith(SNAPSHOT)
        ? text.substring(0, text.length() - SNAPSHOT.length()) + INCUBATING + SNAPSHOT
        : text + INCUBATING;
  }

  /** The place of a text determines its spelling: maturin takes a crate's version from there. */
  private static Ecosystem ecosystemOf(String file) {
    if (file.endsWith("Cargo.toml")) {
      return Ecosystem.CARGO;
    }
    return file.endsWith(".xml") ? Ecosystem.MAVEN : Ecosystem.PYPI;
  }
}
