package io.github.releasesync.check;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.VersionSource;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Mapping;
import io.github.releasesync.version.MavenVersion;
import io.github.releasesync.version.Pep440Version;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.SemVer;
import io.github.releasesync.version.VersionMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Versions that an ecosystem refuses, that do not travel between ecosystems, or look unusual. */
final class SpellingRule implements Rule {

  @Override
  public List<Problem> findings(Snapshot snapshot, List<Group> groups) {
    Set<Package> travelling = new HashSet<>();
    groups.stream().filter(Group::spansEcosystems).forEach(g -> travelling.addAll(g.members()));
    List<Problem> findings = new ArrayList<>();
    Set<Place> seen = new HashSet<>();
    for (Package p : snapshot.workspace().packages()) {
      boolean own = p.source() != VersionSource.DYNAMIC;
      if (own && p.literal().isPresent() && seen.add(p.place())) {
        check(p, travelling.contains(p)).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<Problem> check(Package p, boolean travelling) {
    String text = p.version().orElseThrow();
    try {
      return switch (p.ecosystem()) {
        case CARGO -> checkCargo(p, text, travelling);
        case PYPI -> checkPypi(p, text, travelling);
        case MAVEN -> checkMaven(p, text, travelling);
      };
    } catch (InvalidVersionException e) {
      return Optional.of(refused(p, text, e.reason()));
    }
  }

  private static Optional<Problem> checkCargo(Package p, String text, boolean travelling) {
    Optional<Pep440Version> post = pep440(text).filter(v -> v.post().isPresent());
    if (post.isPresent() && (travelling || !isSemVer(text))) {
      return Optional.of(postRelease(p, text, post.get()));
    }
    SemVer version = SemVer.parse(text);
    Optional<String> reason = version.refusedByCargo();
    if (reason.isPresent()) {
      return Optional.of(refused(p, text, reason.get()));
    }
    return travelling ? checkMapping(p, text, VersionMapping.of(version)) : Optional.empty();
  }

  private static Optional<Problem> checkPypi(Package p, String text, boolean travelling) {
    Pep440Version version = Pep440Version.parse(text);
    if (travelling) {
      Optional<Problem> problem = checkMapping(p, text, VersionMapping.of(version));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return version.toString().equals(text)
        ? Optional.empty()
        : Optional.of(notCanonical(p, text, version.toString(), "PEP 440"));
  }

  private static Optional<Problem> checkMaven(Package p, String text, boolean travelling) {
    MavenVersion version = MavenVersion.parse(text);
    return travelling ? checkMapping(p, text, VersionMapping.of(version)) : Optional.empty();
  }

  private static Optional<Problem> checkMapping(Package p, String text, Mapping mapping) {
    if (mapping instanceof Mapping.Refused refused) {
      return Optional.of(
          Problem.of(
              Code.NOT_PORTABLE,
              p.place(),
              "`" + text + "` does not mean the same in every ecosystem: " + refused.reason(),
              "write " + refused.writeInstead()));
    }
    ReleaseVersion release = ((Mapping.Portable) mapping).version();
    String spelled = VersionMapping.spell(release, p.ecosystem());
    boolean free =
        release.isDevelopment()
            || text.endsWith("-incubating")
            || p.ecosystem() == Ecosystem.PYPI && Pep440Version.isNormal(text);
    return free || spelled.equals(text)
        ? Optional.empty()
        : Optional.of(notCanonical(p, text, spelled, p.ecosystem().word()));
  }

  private static Problem notCanonical(Package p, String text, String canonical, String whose) {
    return Problem.of(
        Code.NOT_CANONICAL,
        p.place(),
        "`" + text + "` is spelled `" + canonical + "` in " + whose + "'s canonical form",
        "write " + canonical + " there: files and tags are named after it");
  }

  private static Problem postRelease(Package p, String text, Pep440Version version) {
    String base =
        version.release().stream().map(Object::toString).reduce((a, b) -> a + "." + b).get();
    return Problem.of(
        Code.POST_RELEASE_IN_CARGO,
        p.place(),
        "`" + text + "` is a post-release, which Cargo does not have",
        "keep "
            + base
            + " here and write "
            + base
            + ".post"
            + version.post().get()
            + " only in pyproject.toml");
  }

  private static Problem refused(Package p, String text, String reason) {
    boolean matters = p.publishable() || p.ecosystem() == Ecosystem.CARGO;
    return new Problem(
        Code.VERSION_INVALID,
        matters ? Severity.ERROR : Severity.WARNING,
        p.place(),
        "`" + text + "` is not a version for " + p.ecosystem().word() + ": " + reason,
        replacement(p, text)
            .map(r -> "write " + r + " there")
            .orElse("write X.Y.Z, or X.Y.Z with alpha, beta or rc and a number"));
  }

  /** The version of the text in another ecosystem's spelling. */
  private static Optional<String> replacement(Package p, String text) {
    return pep440(text)
        .map(VersionMapping::of)
        .or(() -> semVer(text).map(VersionMapping::of))
        .filter(Mapping.Portable.class::isInstance)
        .map(m -> VersionMapping.spell(((Mapping.Portable) m).version(), p.ecosystem()));
  }

  private static boolean isSemVer(String text) {
    return semVer(text).isPresent();
  }

  private static Optional<SemVer> semVer(String text) {
    try {
      return Optional.of(SemVer.parse(text));
    } catch (InvalidVersionException e) {
      return Optional.empty();
    }
  }

  private static Optional<Pep440Version> pep440(String text) {
    try {
      return Optional.of(Pep440Version.parse(text));
    } catch (InvalidVersionException e) {
      return Optional.empty();
    }
  }
}
