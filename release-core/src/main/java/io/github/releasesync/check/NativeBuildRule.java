package io.github.releasesync.check;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.manifest.python.ProjectMetadata;
import io.github.releasesync.manifest.syntax.LicenseExpression;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.workspace.CrateFacts;
import io.github.releasesync.project.workspace.NativeBuild;
import io.github.releasesync.project.workspace.ProjectFacts;
import io.github.releasesync.text.Located;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Pep440Specifier;
import io.github.releasesync.version.Pep440Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Differences between a Python project and the crate that it is built from. */
final class NativeBuildRule implements Rule {

  @Override
  public List<Problem> findings(Snapshot snapshot, List<Group> groups) {
    List<Problem> findings = new ArrayList<>();
    for (NativeBuild build : snapshot.workspace().builds().values()) {
      Optional<ProjectFacts> project = snapshot.workspace().projectFactsOf(build.project());
      Optional<CrateFacts> crate = snapshot.workspace().factsOf(build.crate());
      if (build.project().publishable() && project.isPresent() && crate.isPresent()) {
        pythonTooOld(project.get(), crate.get()).ifPresent(findings::add);
        licences(project.get(), crate.get()).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<Problem> pythonTooOld(ProjectFacts project, CrateFacts crate) {
    Optional<Located<String>> requires = project.metadata().requiresPython();
    if (requires.isEmpty() || crate.oldestPython().isEmpty()) {
      return Optional.empty();
    }
    int built = crate.oldestPython().get();
    return oldest(requires.get().value(), built)
        .map(
            oldest ->
                Problem.of(
                    Code.PYTHON_OLDER_THAN_ABI,
                    requires.get().place(),
                    project.project().id()
                        + " promises Python 3."
                        + oldest
                        + ", but its crate is built for 3."
                        + built
                        + " and later: `abi3-py3"
                        + built
                        + "` in "
                        + crate.crate().manifest(),
                    "write `requires-python = \">=3." + built + "\"`, or a lower abi3 feature"));
  }

  /** The oldest Python 3 below a limit that a requirement takes. */
  private static Optional<Integer> oldest(String requirement, int limit) {
    try {
      Pep440Specifier specifier = Pep440Specifier.parse(requirement);
      for (int minor = 0; minor < limit; minor++) {
        // A late patch level, because a requirement may leave out the first ones.
        if (specifier.contains(Pep440Version.parse("3." + minor + ".99"), false)) {
          return Optional.of(minor);
        }
      }
      return Optional.empty();
    } catch (InvalidVersionException e) {
      return Optional.empty();
    }
  }

  private static Optional<Problem> licences(ProjectFacts project, CrateFacts crate) {
    Optional<Located<String>> one = stated(project.metadata());
    Optional<Located<String>> other = crate.metadata().license();
    if (one.isEmpty()
        || other.isEmpty()
        || LicenseExpression.refusal(one.get().value(), true).isPresent()
        || words(one.get().value()).equals(words(other.get().value()))) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.of(
            Code.LICENCES_DIFFER,
            one.get().place(),
            project.project().id()
                + " is under `"
                + one.get().value()
                + "`, but the crate it is built from under `"
                + other.get().value()
                + "` ("
                + other.get().place()
                + ")",
            "write the same license in both, or an expression that covers the content of the wheel"));
  }

  private static Optional<Located<String>> stated(ProjectMetadata metadata) {
    return metadata.license().or(metadata::licenseText);
  }

  /** Equal for expressions that differ only in order, case, or the slash of old crates. */
  private static List<String> words(String expression) {
    return Arrays.stream(
            expression.toLowerCase(Locale.ROOT).replace("/", " or ").split("[ ()\t\r\n]+"))
        .filter(word -> !word.isEmpty())
        .sorted()
        .toList();
  }
}
