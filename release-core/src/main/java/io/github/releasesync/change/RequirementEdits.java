package io.github.releasesync.change;

import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.manifest.python.UvLock;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.SiblingRequirement;
import io.github.releasesync.project.workspace.SiblingRequirement.Binding;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.text.TextEdit;
import io.github.releasesync.version.RequirementSyntax;
import io.github.releasesync.version.Upgrade;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The edits of the requirements on packages that get other versions, and of their copies. */
final class RequirementEdits {

  /** A requirement that cannot follow. */
  private record Stuck(SiblingRequirement requirement, String version, Upgrade.Refused why) {

    private Place place() {
      return requirement.requirement().place();
    }

    private String text() {
      return "`"
          + requirement.requirement().value()
          + "` does not admit "
          + requirement.to().name()
          + " "
          + version
          + ": "
          + why.reason();
    }
  }

  private final FileTree tree;
  private final SiblingRequirements siblings;
  private final Set<TextEdit> edits = new LinkedHashSet<>();
  private final List<Stuck> stuck = new ArrayList<>();

  /** The changed requirements: by whom, and by their text. */
  private final Set<String> bumped = new HashSet<>();

  RequirementEdits(FileTree tree, SiblingRequirements siblings) {
    this.tree = tree;
    this.siblings = siblings;
  }

  /**
   * Adds the edit of a requirement, if it has to follow.
   *
   * @param requirement the requirement
   * @param to the required package with its new version
   */
  void add(SiblingRequirement requirement, Package to) {
    if (to.version().isEmpty()
        || !siblings.isBinding(requirement)
        || siblings.isLeftAlone(requirement)) {
      return;
    }
    String version = to.version().get();
    boolean changes = !to.version().equals(requirement.to().version());
    boolean satisfied = admits(requirement, version);
    boolean pinnedElsewhere =
        requirement.binding() == Binding.STATED
            && !requirement.to().version().filter(now -> admits(requirement, now)).isPresent()
            && SiblingRequirements.isPinnedLower(requirement);
    if (satisfied && !changes || pinnedElsewhere) {
      return;
    }
    Located<String> stated = requirement.requirement();
    Upgrade upgrade = SiblingRequirements.bumped(requirement.syntax(), stated.value(), version);
    if (upgrade instanceof Upgrade.To follows) {
      bumped.add(pin(requirement.from().map(Package::name).orElse(""), to.name()));
      bumped.add(copy(to.name(), stated.value()));
      Place place =
          requirement.syntax() == RequirementSyntax.PEP440
              ? specifierPlace(stated)
              : stated.place();
      edits.add(new TextEdit(place, stated.value(), follows.text()));
    } else if (!satisfied && upgrade instanceof Upgrade.Refused refused) {
      stuck.add(new Stuck(requirement, version, refused));
    }
  }

  /**
   * The edits.
   *
   * @return in the order of the requirements
   * @throws ReleaseException with {@link Code#VALUE_NOT_EDITABLE} if a requirement cannot follow;
   *     all of them are named
   */
  Set<TextEdit> edits() {
    if (!stuck.isEmpty()) {
      throw refusal();
    }
    edits.removeIf(TextEdit::changesNothing);
    return edits;
  }

  private ReleaseException refusal() {
    Stuck first = stuck.get(0);
    StringBuilder others = new StringBuilder();
    Set<Place> named = new HashSet<>(Set.of(first.place()));
    for (Stuck other : stuck) {
      if (named.add(other.place())) {
        boolean same = other.text().equals(first.text());
        others.append("; also ").append(other.place()).append(same ? "" : ": " + other.text());
      }
    }
    return ReleaseException.of(
        Code.VALUE_NOT_EDITABLE,
        first.place(),
        first.text() + others,
        "write `" + first.why().writeInstead() + "`" + (others.length() == 0 ? "" : " in each"));
  }

  /** Whether a requirement is put together from properties, which may have followed already. */
  static boolean isComputed(FileTree tree, Located<String> requirement) {
    Place place = requirement.place();
    SourceText text = tree.read(place.file());
    return text.content().startsWith("${", text.offset(place.line(), place.column()));
  }

  static boolean admits(SiblingRequirement requirement, String version) {
    return SiblingRequirements.admits(
        requirement.syntax(), requirement.requirement().value(), version);
  }

  /** A Python requirement is placed where its name begins; its specifier follows in the line. */
  private Place specifierPlace(Located<String> stated) {
    SourceText text = tree.read(stated.place().file());
    int from = text.offset(stated.place().line(), stated.place().column());
    int at = text.content().indexOf(stated.value(), from);
    int end = text.content().indexOf('\n', from);
    boolean sameLine = at >= 0 && (end < 0 || at < end);
    return sameLine ? text.place(at) : stated.place();
  }

  /** The edit of a pin in a lock: a copy of a requirement, so it is bumped with the requirement. */
  Optional<TextEdit> ofPin(UvLock.Pin pin, String version) {
    Located<String> specifier = pin.specifier();
    boolean follows =
        bumped.contains(
            pin.by().isEmpty() ? copy(pin.name(), specifier.value()) : pin(pin.by(), pin.name()));
    boolean stale =
        !pin.by().isEmpty()
            && !SiblingRequirements.admits(RequirementSyntax.PEP440, specifier.value(), version);
    if (!follows && !stale) {
      return Optional.empty();
    }
    Upgrade upgrade =
        SiblingRequirements.bumped(RequirementSyntax.PEP440, specifier.value(), version);
    return upgrade instanceof Upgrade.To to
        ? Optional.of(new TextEdit(specifier.place(), specifier.value(), to.text()))
        : Optional.empty();
  }

  private static String pin(String by, String name) {
    return ProjectName.normalize(by) + " " + ProjectName.normalize(name);
  }

  /** uv writes a specifier without spaces. */
  private static String copy(String name, String specifier) {
    return "= " + ProjectName.normalize(name) + " " + specifier.replace(" ", "");
  }
}
