package io.github.releasesync.check;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.manifest.python.ProjectMetadata;
import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.manifest.syntax.LicenseExpression;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.workspace.ProjectFacts;
import io.github.releasesync.text.Located;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Pep440Specifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Metadata of a project that PyPI or the build backend would refuse. */
final class ProjectMetadataRule implements Rule {

  /** PyPI renders no others (core metadata, Description-Content-Type). */
  private static final Set<String> TYPES = Set.of("text/markdown", "text/x-rst", "text/plain");

  private static final int MAX_LABEL = 32;

  private static final List<String> ENDINGS = List.of(".md", ".markdown", ".rst", ".txt");

  @Override
  public List<Problem> findings(Snapshot snapshot, List<Group> groups) {
    Released released = new Released(snapshot);
    List<Problem> findings = new ArrayList<>();
    for (ProjectFacts facts : snapshot.workspace().projectFacts().values()) {
      boolean badName = !ProjectName.isValid(facts.name().value());
      boolean published = facts.project().publishable() || badName;
      if (published && !snapshot.settings().isExternal(facts.project())) {
        Severity severity =
            released
                .severity(
                    facts.project(),
                    (then, p) ->
                        then.projectFactsOf(p)
                            .filter(f -> refused(f).findAny().isPresent())
                            .isPresent())
                .orElse(Severity.WARNING);
        refused(facts).map(p -> as(severity, p)).forEach(findings::add);
        twoLicences(facts.metadata()).forEach(findings::add);
        repeated(facts.metadata()).forEach(findings::add);
        missingFiles(facts).forEach(findings::add);
      }
    }
    return findings;
  }

  private static Problem as(Severity severity, Problem p) {
    return new Problem(p.code(), severity, p.place(), p.message(), p.help());
  }

  private static Stream<Problem> refused(ProjectFacts facts) {
    ProjectMetadata metadata = facts.metadata();
    return Stream.of(
            name(facts.name()),
            licenseAndReadme(metadata),
            metadata.classifiers().stream().flatMap(ProjectMetadataRule::malformed),
            metadata.requiresPython().stream().flatMap(ProjectMetadataRule::noSpecifier),
            metadata.urlLabels().stream().flatMap(ProjectMetadataRule::tooLong))
        .flatMap(problems -> problems);
  }

  private static Stream<Problem> name(Located<String> name) {
    if (!ProjectName.isValid(name.value())) {
      return Stream.of(
          problem(
              name.place(),
              "PyPI refuses the project name `" + name.value() + "`",
              "write ASCII letters, digits, -, _ and ., with a letter or digit at both ends"));
    }
    return ProjectName.isReserved(name.value())
        ? Stream.of(
            problem(
                name.place(),
                "PyPI refuses the name `"
                    + name.value()
                    + "` for new projects: it is a module of Python, or reserved",
                "choose another name"))
        : Stream.empty();
  }

  private static Stream<Problem> malformed(Located<String> classifier) {
    boolean wellFormed =
        classifier.value().contains(" :: ")
            && Stream.of(classifier.value().split(" :: ", -1))
                .noneMatch(part -> part.isEmpty() || !part.equals(part.strip()));
    return wellFormed
        ? Stream.empty()
        : Stream.of(
            problem(
                classifier.place(),
                "PyPI knows no classifier `" + classifier.value() + "`",
                "write one of pypi.org/classifiers, in the form `A :: B`"));
  }

  private static Stream<Problem> noSpecifier(Located<String> requiresPython) {
    try {
      Pep440Specifier.parse(requiresPython.value());
      return Stream.empty();
    } catch (InvalidVersionException e) {
      return Stream.of(
          problem(
              requiresPython.place(),
              "requires-python `" + requiresPython.value() + "` is no version specifier",
              "write specifiers of PEP 440, such as `>=3.9` or `>=3.9,<4`"));
    }
  }

  private static Stream<Problem> tooLong(Located<String> label) {
    return label.value().codePointCount(0, label.value().length()) <= MAX_LABEL
        ? Stream.empty()
        : Stream.of(
            problem(
                label.place(),
                "PyPI refuses the URL label `"
                    + label.value()
                    + "`: it has more than "
                    + MAX_LABEL
                    + " characters",
                "shorten it"));
  }

  private static Stream<Problem> repeated(ProjectMetadata metadata) {
    Set<String> seen = new HashSet<>();
    return metadata.classifiers().stream()
        .filter(classifier -> !seen.add(classifier.value()))
        .map(
            classifier ->
                as(
                    Severity.WARNING,
                    problem(
                        classifier.place(),
                        "duplicate classifier `" + classifier.value() + "`",
                        "remove one of them")));
  }

  private static Stream<Problem> licenseAndReadme(ProjectMetadata metadata) {
    Stream<Problem> license =
        metadata.license().stream()
            .flatMap(
                l ->
                    LicenseExpression.refusal(l.value(), false).stream()
                        .map(
                            why ->
                                problem(
                                    l.place(),
                                    "PyPI refuses the license `" + l.value() + "`: " + why,
                                    "write an SPDX expression such as `MIT OR Apache-2.0`")));
    Stream<Problem> type =
        metadata.readmeType().stream()
            .filter(t -> !TYPES.contains(t.value().split(";")[0].strip().toLowerCase(Locale.ROOT)))
            .map(
                t ->
                    problem(
                        t.place(),
                        "PyPI refuses the readme type `" + t.value() + "`",
                        "write text/markdown, text/x-rst or text/plain"));
    Stream<Problem> ending =
        metadata.readme().stream()
            .filter(r -> metadata.readmeType().isEmpty() && !hasKnownEnding(r.value()))
            .map(
                r ->
                    problem(
                        r.place(),
                        "the type of the readme `" + r.value() + "` is unknown",
                        "name a .md or .rst file, or write"
                            + " `readme = { file = \"...\", content-type = \"text/plain\" }`"));
    return Stream.of(license, type, ending).flatMap(s -> s);
  }

  private static boolean hasKnownEnding(String file) {
    return ENDINGS.stream().anyMatch(file.toLowerCase(Locale.ROOT)::endsWith);
  }

  /** setuptools and hatchling refuse both; other backends do not. */
  private static Stream<Problem> twoLicences(ProjectMetadata metadata) {
    return metadata.license().isEmpty()
        ? Stream.empty()
        : metadata.classifiers().stream()
            .filter(classifier -> classifier.value().startsWith("License ::"))
            .limit(1)
            .map(
                classifier ->
                    as(
                        Severity.WARNING,
                        problem(
                            classifier.place(),
                            "a license classifier together with the license expression `"
                                + metadata.license().get().value()
                                + "`",
                            "remove the classifier: the expression replaces it")));
  }

  private static Stream<Problem> missingFiles(ProjectFacts facts) {
    return facts.missingFiles().stream()
        .map(
            (Located<String> file) ->
                new Problem(
                    Code.NAMED_FILE_MISSING,
                    Severity.WARNING,
                    file.place(),
                    "`" + file.value() + "` does not exist, so no wheel can be built",
                    "add the file, or correct the path: it starts from the folder of "
                        + file.place().file()));
  }

  private static Problem problem(Place place, String message, String help) {
    return Problem.of(Code.PROJECT_METADATA_REFUSED, place, message, help);
  }
}
