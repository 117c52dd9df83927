package io.github.releasesync.check;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.manifest.cargo.CrateMetadata;
import io.github.releasesync.manifest.cargo.CrateName;
import io.github.releasesync.manifest.syntax.LicenseExpression;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.workspace.CrateFacts;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.text.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Metadata of a publishable crate that crates.io would refuse. Its limits are those of its source,
 * {@code crates_io_validation} and {@code controllers/krate/publish.rs}; Cargo refuses to package a
 * crate that names a missing readme or license file.
 */
final class CrateMetadataRule implements Rule {

  private static final int MAX_DESCRIPTION = 1000;
  private static final int MAX_KEYWORDS = 5;
  private static final int MAX_KEYWORD = 20;
  private static final int MAX_CATEGORIES = 5;

  @Override
  public List<Problem> findings(Snapshot snapshot, List<Group> groups) {
    Released released = new Released(snapshot);
    List<Problem> findings = new ArrayList<>();
    findings.addAll(alike(snapshot, released));
    for (CrateFacts facts : snapshot.workspace().crateFacts().values()) {
      if (facts.crate().publishable() && !snapshot.settings().isExternal(facts.crate())) {
        name(facts, released).ifPresent(findings::add);
        missing(facts, released).ifPresent(findings::add);
        findings.addAll(refused(facts, released));
        findings.addAll(missingFiles(facts, released));
      }
    }
    return findings;
  }

  private static Optional<Problem> name(CrateFacts facts, Released released) {
    Package crate = facts.crate();
    boolean valid = CrateName.isValid(crate.name());
    if (valid && !CrateName.isReserved(crate.name())) {
      return Optional.empty();
    }
    return released
        .severity(crate, (then, p) -> p.name().equals(crate.name()))
        .map(
            severity ->
                new Problem(
                    Code.CRATE_NAME_REFUSED,
                    severity,
                    facts.metadata().place(),
                    "crates.io refuses the crate name `"
                        + crate.name()
                        + "`: "
                        + (valid
                            ? "it is reserved"
                            : "it must start with a letter, followed by at most 63 letters, digits, - and _"),
                    "rename the crate, or write `publish = false`"));
  }

  /** Of crates whose names crates.io takes for one, only the first to come gets it. */
  private static List<Problem> alike(Snapshot snapshot, Released released) {
    Map<String, Package> first = new HashMap<>();
    List<Problem> findings = new ArrayList<>();
    for (CrateFacts facts : snapshot.workspace().crateFacts().values()) {
      Package crate = facts.crate();
      if (!crate.publishable()) {
        continue;
      }
      Package other = first.putIfAbsent(CrateName.canonical(crate.name()), crate);
      if (other != null && !other.name().equals(crate.name())) {
        findings.add(
            new Problem(
                Code.CRATE_NAME_REFUSED,
                released
                    .severity(crate, (then, p) -> p.name().equals(crate.name()))
                    .orElse(Severity.WARNING),
                facts.metadata().place(),
                "crates.io treats `"
                    + crate.name()
                    + "` and `"
                    + other.name()
                    + "` as the same name ("
                    + other.manifest()
                    + ")",
                "rename one of them, or write `publish = false`"));
      }
    }
    return findings;
  }

  private static Optional<Problem> missing(CrateFacts facts, Released released) {
    List<String> missing = missing(facts.metadata());
    return missing.isEmpty()
        ? Optional.empty()
        : released
            .severity(facts.crate(), (then, p) -> lacksMetadata(then.factsOf(p)))
            .map(
                severity ->
                    new Problem(
                        Code.CRATE_METADATA_MISSING,
                        severity,
                        facts.metadata().place(),
                        facts.crate().id()
                            + " has no "
                            + String.join(" and no ", missing)
                            + ", which crates.io requires",
                        "add it, or write `publish = false` if the crate is not for crates.io"));
  }

  /** Whether crates.io would refuse it for what it lacks. */
  static boolean lacksMetadata(Optional<CrateFacts> facts) {
    return facts.filter(f -> !missing(f.metadata()).isEmpty()).isPresent();
  }

  private static List<String> missing(CrateMetadata metadata) {
    List<String> missing = new ArrayList<>();
    if (!isGiven(metadata.description())) {
      missing.add("description");
    }
    if (!isGiven(metadata.license()) && !isGiven(metadata.licenseFile())) {
      missing.add("license");
    }
    return missing;
  }

  private static boolean isGiven(Optional<Located<String>> text) {
    return text.filter(t -> !t.value().isBlank()).isPresent();
  }

  private static List<Problem> refused(CrateFacts facts, Released released) {
    List<Problem> refused = refused(facts.metadata());
    if (refused.isEmpty()) {
      return refused;
    }
    return released
        .severity(
            facts.crate(),
            (then, p) -> then.factsOf(p).filter(f -> !refused(f.metadata()).isEmpty()).isPresent())
        .map(
            severity ->
                refused.stream()
                    .map(p -> new Problem(p.code(), severity, p.place(), p.message(), p.help()))
                    .toList())
        .orElse(List.of());
  }

  private static List<Problem> refused(CrateMetadata metadata) {
    List<Problem> refused = new ArrayList<>();
    metadata
        .description()
        .filter(d -> d.value().length() > MAX_DESCRIPTION)
        .ifPresent(
            d ->
                refused.add(
                    problem(
                        d.place(),
                        "the description has "
                            + d.value().length()
                            + " characters, and crates.io allows at most "
                            + MAX_DESCRIPTION,
                        "shorten it: the readme has room for more")));
    metadata
        .license()
        .filter(l -> !l.value().isBlank())
        .ifPresent(
            l ->
                LicenseExpression.refusal(l.value(), true)
                    .ifPresent(
                        why ->
                            refused.add(
                                problem(
                                    l.place(),
                                    "crates.io refuses the license `" + l.value() + "`: " + why,
                                    "write an SPDX expression such as `MIT OR Apache-2.0`"))));
    tooMany(metadata.keywords(), MAX_KEYWORDS, "keywords").ifPresent(refused::add);
    tooMany(metadata.categories(), MAX_CATEGORIES, "categories").ifPresent(refused::add);
    metadata.keywords().stream()
        .filter(k -> !isKeyword(k.value()))
        .map(
            k ->
                problem(
                    k.place(),
                    "crates.io refuses the keyword `" + k.value() + "`",
                    "write at most "
                        + MAX_KEYWORD
                        + " letters, digits, -, _ and +, with a letter or digit first"))
        .forEach(refused::add);
    return refused;
  }

  private static Optional<Problem> tooMany(List<Located<String>> values, int most, String what) {
    return values.size() <= most
        ? Optional.empty()
        : Optional.of(
            problem(
                values.get(most).place(),
                values.size() + " " + what + ", and crates.io allows at most " + most,
                "remove " + (values.size() - most)));
  }

  private static boolean isKeyword(String keyword) {
    return !keyword.isEmpty()
        && keyword.length() <= MAX_KEYWORD
        && isLetterOrDigit(keyword.charAt(0))
        && keyword.chars().allMatch(c -> isLetterOrDigit(c) || c == '-' || c == '_' || c == '+');
  }

  private static boolean isLetterOrDigit(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  /** A crate that lacks more than the file was never meant for crates.io. */
  private static List<Problem> missingFiles(CrateFacts facts, Released released) {
    Severity severity =
        missing(facts.metadata()).isEmpty()
            ? released.severity(facts.crate(), (then, p) -> false).orElse(Severity.WARNING)
            : Severity.WARNING;
    return facts.missingFiles().stream()
        .map(
            file ->
                new Problem(
                    Code.NAMED_FILE_MISSING,
                    severity,
                    file.place(),
                    "`" + file.value() + "` does not exist, so Cargo cannot package the crate",
                    "add the file, or correct the path: it starts from the folder of "
                        + file.place().file()))
        .toList();
  }

  private static Problem problem(Place place, String message, String help) {
    return Problem.of(Code.CRATE_METADATA_REFUSED, place, message, help);
  }
}
