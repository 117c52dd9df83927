package io.github.releasesync.check;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.ReleaseTag;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.VersionSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A commit with a release tag that its manifests contradict, or with a lightweight release tag. */
final class TagRule implements Rule {

  @Override
  public List<Problem> findings(Snapshot snapshot, List<Group> groups) {
    List<Problem> findings = new ArrayList<>();
    for (ReleaseTag tag : snapshot.tagsAtHead()) {
      List<Package> meant = meant(tag, snapshot.workspace().packages());
      if (meant.stream().anyMatch(p -> isReleasedAs(tag, p))) {
        lightweight(snapshot, tag).ifPresent(findings::add);
      } else if (!isOfGitAlone(snapshot, tag, meant)
          && !isOfASeries(tag, meant)
          && !snapshot.past().neverStatedBefore(tag)) {
        other(tag, meant, groups).ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** The packages that a tag may release: the one that it names, or all that releases may have. */
  private static List<Package> meant(ReleaseTag tag, List<Package> packages) {
    List<Package> named = packages.stream().filter(tag::names).toList();
    return named.isEmpty()
        ? packages.stream().filter(p -> !p.isForItsPluginOnly()).toList()
        : named;
  }

  /**
   * Whether a tag may be the version of a package that takes it from git. Not where a package with
   * a version was released under such tags before.
   */
  private static boolean isOfGitAlone(Snapshot snapshot, ReleaseTag tag, List<Package> meant) {
    boolean git = meant.stream().anyMatch(p -> p.source() == VersionSource.GIT);
    return git
        && meant.stream()
            .flatMap(p -> snapshot.past().of(p).stream())
            .noneMatch(release -> release.tag().prefix().equals(tag.prefix()));
  }

  /** A tag such as {@code v1.2} that is moved to each release of a series. */
  private static boolean isOfASeries(ReleaseTag tag, List<Package> meant) {
    String series = tag.name().substring(tag.prefix().length()) + ".";
    return meant.stream()
        .anyMatch(
            p ->
                p.release()
                    .filter(r -> !r.isDevelopment() && r.base().startsWith(series))
                    .isPresent());
  }

  /** A development version is no release, whatever its base; another stage is RS101. */
  private static boolean isReleasedAs(ReleaseTag tag, Package p) {
    return p.release()
        .filter(r -> r.base().equals(tag.version().base()))
        .filter(r -> !r.isDevelopment() || tag.version().isDevelopment())
        .isPresent();
  }

  /** Placeholders are replaced while publishing: they contradict no tag. */
  private static Optional<Problem> other(ReleaseTag tag, List<Package> meant, List<Group> groups) {
    boolean named = meant.stream().anyMatch(tag::names);
    if (!named && !tag.namesNothing()) {
      return Optional.empty();
    }
    return groups.stream()
        .map(Group::lead)
        .filter(lead -> !named || meant.contains(lead))
        .findFirst()
        .or(() -> meant.stream().findFirst())
        .filter(p -> p.release().isPresent() && meant.stream().noneMatch(Package::isPlaceholder))
        .map(
            p ->
                Problem.of(
                    Code.TAG_OF_ANOTHER_VERSION,
                    p.place(),
                    "this commit is tagged "
                        + tag.name()
                        + ", but "
                        + p.id()
                        + " is "
                        + p.version().orElse(""),
                    "tag the commit whose manifests state " + tag.version()));
  }

  private static Optional<Problem> lightweight(Snapshot snapshot, ReleaseTag tag) {
    return snapshot.tags().stream()
        .filter(reachable -> reachable.name().equals(tag.name()) && !reachable.annotated())
        .findFirst()
        .map(
            lightweight ->
                Problem.of(
                    Code.TAG_LIGHTWEIGHT,
                    Place.of("."),
                    "the release tag "
                        + tag.name()
                        + " is lightweight: it has no author, date or signature",
                    "make release tags with `git tag -a` or `git tag -s`"));
  }
}
