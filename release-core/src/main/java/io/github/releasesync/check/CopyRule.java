package io.github.releasesync.check;

import io.github.releasesync.change.ConfiguredCopies;
import io.github.releasesync.change.DifferingCopy;
import io.github.releasesync.change.GroupVersion;
import io.github.releasesync.copies.VersionCopies;
import io.github.releasesync.copies.VersionCopy;
import io.github.releasesync.facts.CopyFiles;
import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.TaggedRelease;
import io.github.releasesync.project.settings.CopySpec;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.VersionMapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Versions in files that are no manifests: those that are configured, and those forgotten. */
public final class CopyRule implements Rule {

  CopyRule() {}

  @Override
  public List<Problem> findings(Snapshot snapshot, List<Group> groups) {
    List<Problem> findings = new ArrayList<>();
    for (CopyFiles.Named named : ConfiguredCopies.configured(snapshot, groups)) {
      Group group = named.spec().of(groups);
      GroupVersion version = new GroupVersion(group, snapshot.past());
      for (DifferingCopy found : ConfiguredCopies.differing(snapshot, named, group)) {
        boolean misspelled = version.isMeantBy(found.copy().stated());
        findings.add(differs(found, group, misspelled));
      }
      absent(named, group).ifPresent(findings::add);
    }
    addStale(snapshot, groups, findings);
    return findings;
  }

  private static Problem differs(DifferingCopy found, Group group, boolean misspelled) {
    String text = found.copy().version().value();
    String is =
        group.lead().id()
            + " is "
            + group.lead().version().orElse("")
            + " ("
            + group.lead().place()
            + ")";
    String message =
        misspelled
            ? "this says "
                + text
                + ", which is not how "
                + found.copy().ecosystem().word()
                + " spells it; "
                + is
            : "this says " + text + ", but " + is;
    return Problem.of(
        Code.COPY_DIFFERS,
        found.copy().version().place(),
        message,
        "write " + found.expected() + " there");
  }

  /** A file that is not there, or in which nothing is found; of several files, in all of them. */
  private static Optional<Problem> absent(CopyFiles.Named named, Group group) {
    CopySpec spec = named.spec();
    if (!named.exist()) {
      return Optional.of(
          Problem.of(
              Code.COPY_DIFFERS,
              Place.of(spec.file()),
              spec.isGlob()
                  ? "no file matches this path, but <copies> lists it for"
                      + " the version of "
                      + group.name()
                  : "the file does not exist, but <copies> lists it for the version"
                      + " of "
                      + group.name(),
              "correct the path in <copies>, from the root, or remove it"));
    }
    boolean found =
        named.files().isEmpty()
            || named.files().stream()
                .anyMatch(file -> !ConfiguredCopies.copies(spec, file, group).isEmpty());
    if (found) {
      return Optional.empty();
    }
    String what =
        spec.pattern()
            .map(pattern -> "the file does not contain `" + pattern + "`")
            .orElse("the file states no version of " + group.name());
    return Optional.of(
        Problem.of(
            Code.COPY_DIFFERS,
            Place.of(spec.file()),
            what,
            spec.pattern().isPresent()
                ? "correct the text or the <pattern>; {version} stands for the version, other text is"
                    + " literal"
                : "add a <pattern> with the place of the version, such as `release {version}`"));
  }

  /**
   * The places that are not configured and still state the version of the newest release.
   *
   * @param snapshot the facts
   * @param groups the groups
   * @return the edits
   */
  public static List<DifferingCopy> stale(Snapshot snapshot, List<Group> groups) {
    List<DifferingCopy> stale = new ArrayList<>();
    for (SourceText file : snapshot.copies().searched()) {
      for (Group group : groups) {
        VersionCopies.find(file, GroupVersion.names(group)).stream()
            .filter(copy -> copy.beside().isPresent() || groups.size() == 1)
            .flatMap(copy -> stale(snapshot, group, copy).stream())
            .forEach(stale::add);
      }
    }
    return stale;
  }

  private static Optional<DifferingCopy> stale(Snapshot snapshot, Group group, VersionCopy copy) {
    Package p =
        group.members().stream()
            .filter(m -> copy.beside().filter(GroupVersion.name(m)::equals).isPresent())
            .findFirst()
            .orElse(group.lead());
    return snapshot
        .copies()
        .earlier(p)
        .flatMap(past -> past.earlier(p))
        .filter(then -> states(copy, then) && !isStatedByAnother(snapshot, copy))
        .map(
            then ->
                new DifferingCopy(
                    copy,
                    p,
                    copy.written(
                        VersionMapping.spell(p.release().orElseThrow(), copy.ecosystem()))));
  }

  private static boolean states(VersionCopy copy, Package then) {
    String text = copy.stated();
    ReleaseVersion release = then.release().orElseThrow();
    return Arrays.stream(Ecosystem.values())
            .anyMatch(e -> VersionMapping.spell(release, e).equals(text))
        || then.ecosystem() == copy.ecosystem() && then.version().filter(text::equals).isPresent();
  }

  /** A package that looks alike may have this version now. */
  private static boolean isStatedByAnother(Snapshot snapshot, VersionCopy copy) {
    return snapshot.workspace().packages().stream()
        .filter(p -> copy.beside().filter(GroupVersion.name(p)::looksLike).isPresent())
        .anyMatch(p -> p.version().filter(copy.stated()::equals).isPresent());
  }

  private static void addStale(Snapshot snapshot, List<Group> groups, List<Problem> findings) {
    for (DifferingCopy found : stale(snapshot, groups)) {
      TaggedRelease past = snapshot.copies().earlier(found.of()).orElseThrow();
      findings.add(
          Problem.of(
              Code.STALE_COPY,
              found.copy().version().place(),
              "this still says "
                  + found.copy().version().value()
                  + ", as at "
                  + past.tag().name()
                  + ", but "
                  + found.of().id()
                  + " is "
                  + found.of().version().orElse("")
                  + " now ("
                  + found.of().place()
                  + ")",
              "write "
                  + found.expected()
                  + " there, and list the file in copies, so that bump writes it; if the old version"
                  + " is intended, switch RS231 off for the file"));
    }
  }
}
