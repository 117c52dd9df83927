package io.github.releasesync.check;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.settings.RuleSpec;
import io.github.releasesync.project.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The findings of every rule for a snapshot.
 *
 * @param workspace the packages
 * @param groups which of them share a version
 * @param findings the findings, the most severe first, then by place
 * @param suppressed the suppressed findings, in the same order
 */
public record Assessment(
    Workspace workspace, List<Group> groups, List<Problem> findings, List<Suppressed> suppressed) {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::severity)
          .thenComparing(Problem::place)
          .thenComparing(Problem::code);

  /** More are not readable, and a report of all could exceed the memory. */
  private static final int MOST_FINDINGS = 10_000;

  private static final List<Rule> RULES =
      List.of(
          new DriftRule(),
          new LeftBehindRule(),
          new SpellingRule(),
          new VersionFromGitRule(),
          new ReactorRule(),
          new LockRule(),
          new RequirementRule(),
          new CrateOrderRule(),
          new DependencyVersionRule(),
          new UnreleasedFeatureRule(),
          new CrateMetadataRule(),
          new ProjectMetadataRule(),
          new NativeBuildRule(),
          new TagRule(),
          new BelowReleaseRule(),
          new TagFormatRule(),
          new ChangelogRule(),
          new CopyRule());

  private static final Set<Code> INVALIDATING =
      Set.of(
          Code.MANIFEST_INVALID,
          Code.FILE_UNREADABLE,
          Code.MEMBER_MISSING,
          Code.POST_RELEASE_IN_CARGO,
          Code.VERSION_INVALID);

  private static final Set<Code> DISAGREEMENT =
      Set.of(
          Code.DRIFT,
          Code.DRIFT_SINCE_TAG,
          Code.PYTHON_DIFFERS_FROM_CRATE,
          Code.CARGO_LOCK_STALE,
          Code.UV_LOCK_STALE,
          Code.REQUIREMENT_UNSATISFIED,
          Code.COPY_DIFFERS);

  /**
   * Applies every rule. A pure function: the same snapshot always gives the same findings.
   *
   * @param snapshot the facts
   * @return the groups and findings
   * @throws io.github.releasesync.problem.ReleaseException if the configured groups, features or
   *     copies name something that does not exist
   */
  public static Assessment of(Snapshot snapshot) {
    snapshot.settings().requireIn(snapshot.workspace());
    List<Group> groups = snapshot.groups();
    List<Problem> findings = new ArrayList<>(snapshot.limitations());
    findings.addAll(snapshot.workspace().problems());
    findings.addAll(snapshot.copies().problems());
    RULES.forEach(rule -> findings.addAll(rule.findings(snapshot, groups)));
    findings.sort(ORDER);
    return new Assessment(
        snapshot.workspace(), groups, findings.stream().distinct().toList(), List.of());
  }

  /**
   * Takes the findings as it is configured. If several rules match a finding, the last one wins.
   *
   * @param rules the configured rules
   * @return the same with other severities, and without suppressed findings
   */
  public Assessment configured(List<RuleSpec> rules) {
    List<Problem> kept = new ArrayList<>();
    List<Suppressed> off = new ArrayList<>(suppressed);
    for (Problem finding : findings) {
      Optional<RuleSpec> rule =
          rules.stream().filter(spec -> spec.fits(finding)).reduce((earlier, later) -> later);
      if (rule.isPresent() && rule.get().severity().isEmpty()) {
        off.add(new Suppressed(finding, rule.get().reason()));
      } else {
        kept.add(rule.flatMap(RuleSpec::severity).map(finding::withSeverity).orElse(finding));
      }
    }
    kept.sort(ORDER);
    return new Assessment(workspace, groups, atMost(kept), List.copyOf(off));
  }

  /** The most severe of too many findings, and the number of omitted ones. */
  private static List<Problem> atMost(List<Problem> sorted) {
    if (sorted.size() <= MOST_FINDINGS) {
      return List.copyOf(sorted);
    }
    List<Problem> worst = new ArrayList<>(sorted.subList(0, MOST_FINDINGS));
    Problem next = sorted.get(MOST_FINDINGS);
    worst.add(
        new Problem(
            next.code(),
            next.severity(),
            Place.of("."),
            "and " + (sorted.size() - MOST_FINDINGS) + " more findings, none more severe",
            "fix the listed findings, then run check again"));
    return List.copyOf(worst);
  }

  /**
   * The verdict.
   *
   * @return the worst verdict of the findings
   */
  public Verdict verdict() {
    if (findings.stream()
        .anyMatch(f -> f.severity() == Severity.ERROR && INVALIDATING.contains(f.code()))) {
      return Verdict.INVALID;
    }
    boolean disagrees =
        findings.stream().anyMatch(f -> f.severity() == Severity.ERROR || isDisagreement(f));
    return disagrees ? Verdict.OUT_OF_SYNC : Verdict.IN_SYNC;
  }

  /** A requirement that is only noted is pinned on purpose. */
  private static boolean isDisagreement(Problem finding) {
    boolean pinned =
        finding.code() == Code.REQUIREMENT_UNSATISFIED && finding.severity() == Severity.INFO;
    return DISAGREEMENT.contains(finding.code()) && !pinned;
  }

  /**
   * The findings that stop a release.
   *
   * @return the errors, in the order of the findings
   */
  public List<Problem> errors() {
    return findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
  }

  /**
   * The number of findings of a severity.
   *
   * @param severity the severity
   * @return their number
   */
  public long count(Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }
}
