package io.github.releasesync.version;

import io.github.releasesync.version.Upgrade.Refused;
import io.github.releasesync.version.Upgrade.To;
import java.util.ArrayList;
import java.util.List;

/** Updates a Python project's requirement on a dependency to another version, in place. */
final class Pep440Upgrade {

  private final Pep440Version version;
  private final String normal;
  private final String epoch;
  private final String suffix;

  private Pep440Upgrade(Pep440Version version) {
    this.version = version;
    this.normal = version.withoutLocal().toString();
    this.epoch = normal.substring(0, normal.indexOf('!') + 1);
    int numbers = String.join(".", version.releaseDigits()).length();
    this.suffix = normal.substring(epoch.length() + numbers);
  }

  static Upgrade of(String text, Pep440Version version) {
    Pep440Specifier.parse(text);
    Pep440Upgrade upgrade = new Pep440Upgrade(version);
    List<String> clauses = new ArrayList<>();
    for (String written : text.split(",", -1)) {
      String clause = upgrade.clause(written);
      if (!Pep440Specifier.parse(clause).contains(version)) {
        return new Refused(
            "`"
                + InvalidVersionException.shown(written.strip())
                + "` excludes "
                + version
                + ", so its replacement is ambiguous",
            "==" + version);
      }
      clauses.add(clause);
    }
    return new To(String.join(",", clauses));
  }

  private String clause(String written) {
    Cursor in = new Cursor(written);
    in.skipPythonWhiteSpace();
    int start = in.at();
    while (in.acceptOneOf("~=!<>")) {
      continue;
    }
    String operator = in.since(start);
    in.skipPythonWhiteSpace();
    int operandStart = in.at();
    int end = written.length();
    while (end > operandStart && Cursor.isPythonWhiteSpace(written.charAt(end - 1))) {
      end--;
    }
    String operand = written.substring(operandStart, end);
    boolean admits = Pep440Specifier.parse(written).contains(version);
    return written.substring(0, operandStart)
        + operand(operator, operand, admits)
        + written.substring(end);
  }

  private String operand(String operator, String operand, boolean admits) {
    return switch (operator) {
      case "==" -> operand.endsWith(".*") ? prefix(operand) : admits ? operand : version.toString();
      case "===" -> admits ? operand : version.toString();
      case "~=", ">=" -> atLeast(operand);
      case "<=" -> admits ? operand : normal;
      case "<" -> admits ? operand : above(operand);
      default -> operand;
    };
  }

  private String prefix(String operand) {
    String written = operand.substring(0, operand.length() - ".*".length());
    int width = Pep440Version.parse(written).releaseDigits().size();
    return kept(written, epoch + String.join(".", numbers(width))) + ".*";
  }

  /** In as many numbers, save that a pre-release is named whole: installers pass over others. */
  private String atLeast(String operand) {
    int width = Pep440Version.parse(operand).releaseDigits().size();
    List<String> release = version.releaseDigits();
    boolean exact =
        width >= release.size()
            || release.subList(width, release.size()).stream().allMatch("0"::equals);
    String bound = epoch + String.join(".", numbers(width));
    if (!exact) {
      return version.isPreRelease() ? kept(operand, normal) : kept(operand, bound);
    }
    return kept(operand, bound + suffix);
  }

  /** The next number behind this version, where the bound has its last one that is not zero. */
  private String above(String operand) {
    Cursor in = new Cursor(operand);
    in.acceptWord("v");
    in.moveTo(Math.max(in.at(), operand.indexOf('!') + 1));
    int start = in.at();
    List<String> written = Digits.dotted(in);
    int last = written.size() - 1;
    while (last > 0 && written.get(last).equals("0")) {
      last--;
    }
    List<String> bound = new ArrayList<>(numbers(last + 1));
    bound.set(last, Digits.increment(bound.get(last)));
    while (bound.size() < written.size()) {
      bound.add("0");
    }
    return operand.substring(0, start) + String.join(".", bound) + operand.substring(in.at());
  }

  /** The first numbers of the release, zeros where there are no more. */
  private List<String> numbers(int width) {
    List<String> release = version.releaseDigits();
    List<String> numbers = new ArrayList<>(release.subList(0, Math.min(width, release.size())));
    while (numbers.size() < width) {
      numbers.add("0");
    }
    return numbers;
  }

  /** The original text, if it means the same with as many numbers. */
  private static String kept(String written, String replacement) {
    Pep440Version before = Pep440Version.parse(written);
    Pep440Version after = Pep440Version.parse(replacement);
    boolean same =
        before.equals(after) && before.releaseDigits().size() == after.releaseDigits().size();
    return same ? written : replacement;
  }
}
