package io.github.releasesync.project.settings;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.tree.Glob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The configured severity of findings of one code.
 *
 * @param code which findings
 * @param severity their severity; empty where they are off
 * @param reason why; never empty where they are off
 * @param files a pattern over paths from the root: only findings there; empty for all
 */
public record RuleSpec(
    Code code, Optional<Severity> severity, String reason, Optional<String> files) {

  private static final String OFF = "off";

  /** Lowest and highest codes of what a check finds; the others end a goal. */
  private static final String FIRST = "RS010";

  private static final String LAST = "RS299";

  /** An unreadable file may hide any error, so it is only allowed file by file. */
  private static final Set<Code> UNREAD =
      Set.of(Code.MANIFEST_INVALID, Code.FILE_UNREADABLE, Code.MEMBER_MISSING);

  /**
   * A rule of the POM.
   *
   * @param id the code's identifier, or null
   * @param severity {@code error}, {@code warning}, {@code info} or {@code off}, or null
   * @param reason why, or null
   * @param files a pattern over paths, or null for all
   * @return the rule
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if it cannot be understood, is
   *     off without a reason, or allows unreadable files without naming them
   */
  public static RuleSpec of(String id, String severity, String reason, String files) {
    Code code = code(given(id).orElse(""));
    Optional<Severity> understood = severity(code, given(severity).orElse(""));
    Optional<String> where = given(files);
    if (understood.isEmpty() && given(reason).isEmpty()) {
      throw invalid(
          code.id() + " is off without a reason",
          "write <reason> in the POM, or " + code.id() + "=off:REASON on the command line");
    }
    boolean lowered = !understood.equals(Optional.of(Severity.ERROR));
    if (lowered && UNREAD.contains(code) && where.isEmpty()) {
      throw invalid(
          code.id() + " reports unreadable files, so it cannot be switched off for all files",
          "name the files in the POM: <files>path/from/the/root</files>");
    }
    return new RuleSpec(code, understood, given(reason).orElse(""), where);
  }

  /**
   * Rules as the command line states them, in the form of {@code RS104=off:reason;RS102=error}.
   *
   * @param text the value of {@code release-sync.rules}
   * @return the rules
   * @throws ReleaseException as {@link #of}
   */
  public static List<RuleSpec> parse(String text) {
    List<RuleSpec> specs = new ArrayList<>();
    for (String part : text.split(";")) {
      if (part.isBlank()) {
        continue;
      }
      String[] idAndRest = part.split("=", 2);
      String[] severityAndReason = idAndRest.length == 1 ? new String[0] : splitReason(idAndRest);
      specs.add(
          of(
              idAndRest[0],
              severityAndReason.length > 0 ? severityAndReason[0] : null,
              severityAndReason.length > 1 ? severityAndReason[1] : null,
              null));
    }
    return specs;
  }

  private static String[] splitReason(String[] idAndRest) {
    return idAndRest[1].split(":", 2);
  }

  /** Whether it matches a finding. */
  public boolean fits(Problem finding) {
    return finding.code() == code
        && files.map(pattern -> Glob.of(pattern).matches(finding.place().file())).orElse(true);
  }

  /**
   * Whether the last of the rules for a place switches a code off there, and names the file.
   *
   * @param rules the configured rules
   * @param code which findings
   * @param place where
   * @return true if so; a rule for all files leaves no single one alone
   */
  public static boolean isOff(List<RuleSpec> rules, Code code, Place place) {
    Problem there = Problem.of(code, place, "", "");
    return rules.stream()
        .filter(rule -> rule.fits(there))
        .reduce((earlier, later) -> later)
        .filter(rule -> rule.severity().isEmpty() && rule.files().isPresent())
        .isPresent();
  }

  private static Code code(String id) {
    return Arrays.stream(Code.values())
        .filter(RuleSpec::isFound)
        .filter(code -> code.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    id.isEmpty() ? "a rule has no id" : "`" + id + "` is not a finding of check",
                    "write one of " + known()));
  }

  private static Optional<Severity> severity(Code code, String word) {
    if (word.equals(OFF)) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(Severity.values())
            .filter(severity -> severity.word().equals(word))
            .findFirst()
            .orElseThrow(
                () ->
                    invalid(
                        word.isEmpty()
                            ? code.id() + " has no severity"
                            : "`" + word + "` is no severity of " + code.id(),
                        "write error, warning, info or off")));
  }

  private static boolean isFound(Code code) {
    return code.id().compareTo(FIRST) >= 0 && code.id().compareTo(LAST) <= 0;
  }

  private static String known() {
    return Arrays.stream(Code.values())
        .filter(RuleSpec::isFound)
        .map(Code::id)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
  }

  private static ReleaseException invalid(String message, String help) {
    return ReleaseException.of(Code.CONFIGURATION_INVALID, Place.of("rules"), message, help);
  }
}
