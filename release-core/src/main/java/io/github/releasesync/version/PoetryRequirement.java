package io.github.releasesync.version;

import java.util.ArrayList;
import java.util.List;

/**
 * A dependency constraint of Poetry: {@code ^1.2}, {@code ~1.2}, a bare version, which is exact,
 * {@code 1.2.*}, {@code *}, comparisons of PEP 440, several of them between commas or spaces, and
 * alternatives between bars (<a
 * href="https://python-poetry.org/docs/dependency-specification/">Dependency specification</a>).
 */
public final class PoetryRequirement {

  /** One comparison, and where its operand is in the text. */
  private record Clause(String operator, String operand, int start, int end) {

    private boolean isAnything() {
      return operand.equals("*") || operand.equalsIgnoreCase("x");
    }

    /** The same as PEP 440 writes it; empty where everything is admitted. */
    private String pep440() {
      if (isAnything()) {
        return "";
      }
      return switch (operator) {
        case "^" -> between(nextBreaking());
        case "~" -> between(nextMinor());
        default -> comparison() + operand;
      };
    }

    /** The operator of PEP 440 whose operand follows a version as this one does. */
    private String comparison() {
      return switch (operator) {
        case "^", "~" -> ">=";
        case "", "=" -> "==";
        default -> operator;
      };
    }

    private String between(List<String> next) {
      Pep440Version version = Pep440Version.parse(operand);
      String text = version.toString();
      String epoch = text.substring(0, text.indexOf('!') + 1);
      return ">=" + operand + ",<" + epoch + String.join(".", next);
    }

    private List<String> nextBreaking() {
      List<String> numbers = Pep440Version.parse(operand).releaseDigits();
      int at = 0;
      while (at < 2 && at < numbers.size() - 1 && numbers.get(at).equals("0")) {
        at++;
      }
      return raised(numbers, at);
    }

    private List<String> nextMinor() {
      List<String> numbers = Pep440Version.parse(operand).releaseDigits();
      return raised(numbers, Math.min(1, numbers.size() - 1));
    }

    private static List<String> raised(List<String> numbers, int at) {
      List<String> next = new ArrayList<>(numbers.subList(0, at + 1));
      next.set(at, Digits.increment(next.get(at)));
      return next;
    }
  }

  private final String text;
  private final List<List<Clause>> alternatives;
  private final List<Pep440Specifier> specifiers;

  private PoetryRequirement(String text, List<List<Clause>> alternatives) {
    this.text = text;
    this.alternatives = List.copyOf(alternatives);
    this.specifiers =
        alternatives.stream()
            .map(clauses -> String.join(",", clauses.stream().map(Clause::pep440).toList()))
            .map(Pep440Specifier::parse)
            .toList();
  }

  /**
   * Reads a constraint.
   *
   * @param text such as {@code ^1.2} or {@code >=1.2,<2}
   * @return the constraint
   * @throws InvalidVersionException if a part is none that Poetry knows
   */
  public static PoetryRequirement parse(String text) {
    List<List<Clause>> alternatives = new ArrayList<>();
    Cursor in = new Cursor(text);
    alternatives.add(clauses(in));
    while (in.accept("||") || in.accept("|")) {
      alternatives.add(clauses(in));
    }
    return new PoetryRequirement(text, alternatives);
  }

  private static List<Clause> clauses(Cursor in) {
    List<Clause> clauses = new ArrayList<>();
    skipSeparators(in);
    while (!in.atEnd() && in.next() != '|') {
      int start = in.at();
      while (in.acceptOneOf("^~=!<>")) {
        continue;
      }
      String operator = in.since(start);
      in.skipPythonWhiteSpace();
      int operand = in.at();
      while (!in.atEnd() && !isSeparator((char) in.next()) && in.next() != '|') {
        in.moveTo(in.at() + 1);
      }
      if (in.at() == operand) {
        throw in.expected("a version");
      }
      clauses.add(new Clause(operator, in.since(operand), operand, in.at()));
      skipSeparators(in);
    }
    if (clauses.isEmpty()) {
      throw in.expected("a comparison");
    }
    return clauses;
  }

  private static void skipSeparators(Cursor in) {
    while (!in.atEnd() && isSeparator((char) in.next())) {
      in.moveTo(in.at() + 1);
    }
  }

  private static boolean isSeparator(char c) {
    return c == ',' || Cursor.isPythonWhiteSpace(c);
  }

  /**
   * Whether a version is admitted, where there is no other one to choose from.
   *
   * @param version the version
   * @return true if every comparison of an alternative holds
   */
  public boolean contains(Pep440Version version) {
    return specifiers.stream().anyMatch(specifier -> specifier.contains(version));
  }

  /**
   * Whether the constraint only has bounds: none of its comparisons names the version that it
   * wants.
   *
   * @return true if every comparison is one of {@code >= > <= < !=}
   */
  public boolean hasOnlyBounds() {
    return alternatives.stream()
        .flatMap(List::stream)
        .allMatch(c -> List.of(">=", ">", "<=", "<", "!=").contains(c.operator()));
  }

  /**
   * The new constraint for a project that moves to a version: each operator stays, and its operand
   * follows as {@link Pep440Specifier#upgraded} says, that of {@code ^} and {@code ~} as the one of
   * {@code >=}. Alternatives stay if one of them admits the version, and are refused otherwise.
   *
   * @param text the constraint
   * @param newVersion the version
   * @return a constraint that admits the version, or why there is none
   * @throws InvalidVersionException if a part is none that Poetry knows
   */
  public static Upgrade upgraded(String text, Pep440Version newVersion) {
    PoetryRequirement written = parse(text);
    if (written.alternatives.size() > 1) {
      return written.contains(newVersion)
          ? new Upgrade.To(text)
          : new Upgrade.Refused(
              "`"
                  + InvalidVersionException.shown(text)
                  + "` has several alternatives, so its replacement is ambiguous",
              "^" + newVersion);
    }
    return written.upgraded(newVersion);
  }

  private Upgrade upgraded(Pep440Version version) {
    StringBuilder upgraded = new StringBuilder();
    int copied = 0;
    for (Clause clause : alternatives.get(0)) {
      upgraded.append(text, copied, clause.start());
      if (clause.isAnything()) {
        upgraded.append(clause.operand());
      } else {
        String comparison = clause.comparison();
        Upgrade upgrade = Pep440Specifier.upgraded(comparison + clause.operand(), version);
        if (!(upgrade instanceof Upgrade.To to)) {
          return upgrade;
        }
        upgraded.append(to.text().substring(comparison.length()));
      }
      copied = clause.end();
    }
    String result = upgraded.append(text.substring(copied)).toString();
    return parse(result).contains(version)
        ? new Upgrade.To(result)
        : new Upgrade.Refused(
            "`" + InvalidVersionException.shown(text) + "` excludes " + version, "^" + version);
  }

  /**
   * The constraint as written.
   *
   * @return the text
   */
  @Override
  public String toString() {
    return text;
  }
}
