package io.github.releasesync.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The version requirement of a Python project: a comma-separated set of comparisons by <a
 * href="https://packaging.python.org/en/latest/specifications/version-specifiers/">PEP 440</a>, as
 * {@code packaging} evaluates it. The empty set takes everything.
 */
public final class Pep440Specifier {

  private enum Operator {
    COMPATIBLE("~="),
    IDENTICAL("==="),
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS_OR_EQUAL("<="),
    GREATER_OR_EQUAL(">="),
    LESS("<"),
    GREATER(">");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }
  }

  /** One comparison; {@code version} is null for {@code ===}, which compares texts. */
  private record Clause(Operator operator, String text, Pep440Version version, boolean wildcard) {

    boolean contains(Pep440Version candidate) {
      return switch (operator) {
        case IDENTICAL -> candidate.toString().equals(text.toLowerCase(Locale.ROOT));
        case EQUAL -> isEqual(candidate);
        case NOT_EQUAL -> !isEqual(candidate);
        case COMPATIBLE -> isAtLeast(candidate) && hasPrefix(candidate, size() - 1);
        case LESS_OR_EQUAL -> candidate.withoutLocal().compareTo(version) <= 0;
        case GREATER_OR_EQUAL -> isAtLeast(candidate);
        case LESS -> isLess(candidate);
        case GREATER -> isGreater(candidate);
      };
    }

    private int size() {
      return version.releaseDigits().size();
    }

    private boolean isAtLeast(Pep440Version candidate) {
      return candidate.withoutLocal().compareTo(version) >= 0;
    }

    private boolean isEqual(Pep440Version candidate) {
      if (wildcard) {
        return hasPrefix(candidate, size());
      }
      boolean local = version.local().isPresent();
      return (local ? candidate : candidate.withoutLocal()).equals(version);
    }

    private boolean hasPrefix(Pep440Version candidate, int width) {
      List<String> numbers = candidate.releaseDigits();
      for (int i = 0; i < width; i++) {
        String number = i < numbers.size() ? numbers.get(i) : "0";
        if (!number.equals(version.releaseDigits().get(i))) {
          return false;
        }
      }
      return candidate.hasEpochOf(version);
    }

    /** {@code <1.0} leaves out the pre-releases of 1.0, {@code <1.0rc1} does not. */
    private boolean isLess(Pep440Version candidate) {
      boolean leadsHere =
          candidate.isPreRelease() && candidate.compareTo(version.earliestDevelopment()) >= 0;
      return candidate.compareTo(version) < 0 && (version.isPreRelease() || !leadsHere);
    }

    /** {@code >1.0} leaves out 1.0.post1 and 1.0+local, {@code >1.0.post0} does not. */
    private boolean isGreater(Pep440Version candidate) {
      boolean postOfThis =
          candidate.postDigits() != null
              && version.postDigits() == null
              && candidate.postBase().equals(version);
      boolean localOfThis =
          candidate.local().isPresent() && candidate.withoutLocal().equals(version);
      return candidate.compareTo(version) > 0 && !postOfThis && !localOfThis;
    }

    @Override
    public String toString() {
      return operator.symbol + text;
    }
  }

  private static final Set<Operator> BOUNDS =
      Set.of(
          Operator.NOT_EQUAL,
          Operator.LESS,
          Operator.LESS_OR_EQUAL,
          Operator.GREATER,
          Operator.GREATER_OR_EQUAL);

  private final List<Clause> clauses;

  private Pep440Specifier(List<Clause> clauses) {
    this.clauses = List.copyOf(clauses);
  }

  /**
   * Reads a set of comparisons. Empty parts between commas are passed over, as {@code packaging}
   * does.
   *
   * @param text such as {@code >=1.2,<2}; may be empty
   * @return the set
   * @throws InvalidVersionException if a part is not a comparison by PEP 440
   */
  public static Pep440Specifier parse(String text) {
    List<Clause> clauses = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      Cursor in = new Cursor(text.substring(start, end));
      in.skipPythonWhiteSpace();
      if (!in.atEnd()) {
        clauses.add(clause(in));
      }
      start = end + 1;
    }
    return new Pep440Specifier(clauses);
  }

  private static Clause clause(Cursor in) {
    Operator operator = operator(in);
    in.skipPythonWhiteSpace();
    int start = in.at();
    Pep440Version version = null;
    boolean wildcard = false;
    if (operator == Operator.IDENTICAL) {
      while (!in.atEnd() && isIdentityCharacter((char) in.next())) {
        in.moveTo(in.at() + 1);
      }
    } else {
      version = Pep440Version.read(in);
      wildcard = equality(operator) && isBareRelease(version) && in.accept(".*");
      refuseWhatTheOperatorCannotTake(operator, version, in);
    }
    String text = in.since(start);
    in.skipPythonWhiteSpace();
    if (!in.atEnd()) {
      throw in.expected("a comma or the end");
    }
    return new Clause(operator, text, version, wildcard);
  }

  private static Operator operator(Cursor in) {
    for (Operator operator : Operator.values()) {
      if (in.accept(operator.symbol)) {
        return operator;
      }
    }
    throw in.expected("one of ~= == != <= >= < > ===");
  }

  private static boolean isIdentityCharacter(char c) {
    return c != ';' && c != ')' && !Cursor.isPythonWhiteSpace(c);
  }

  private static boolean equality(Operator operator) {
    return operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
  }

  private static boolean isBareRelease(Pep440Version version) {
    return !version.isPreRelease() && version.postDigits() == null && version.local().isEmpty();
  }

  private static void refuseWhatTheOperatorCannotTake(
      Operator operator, Pep440Version version, Cursor in) {
    if (version.local().isPresent() && !equality(operator)) {
      throw in.wrong("only == and != take a local version");
    }
    if (operator == Operator.COMPATIBLE && version.releaseDigits().size() < 2) {
      throw in.wrong("~= needs two or more numbers");
    }
  }

  /**
   * Whether a version is in the set, where no other version is there to choose from: then PEP 440
   * takes a pre-release even if the set names none, and so does {@code packaging}. Use {@link
   * #namesPreRelease()} to know whether an installer would take it unasked.
   *
   * @param version the version
   * @return true if every comparison holds
   */
  public boolean contains(Pep440Version version) {
    return contains(version, true);
  }

  /**
   * Whether a version is in the set.
   *
   * @param version the version
   * @param preReleases whether pre-releases may be in it at all
   * @return true if every comparison holds
   */
  public boolean contains(Pep440Version version, boolean preReleases) {
    return (preReleases || !version.isPreRelease())
        && clauses.stream().allMatch(c -> c.contains(version));
  }

  /**
   * Whether the set itself names a pre-release, as {@code >=1.2.0a1} does: only then an installer
   * prefers pre-releases by default.
   *
   * @return true if a comparison other than {@code !=} is with a pre-release
   */
  public boolean namesPreRelease() {
    return clauses.stream()
        .anyMatch(
            c ->
                c.operator() != Operator.NOT_EQUAL
                    && c.version() != null
                    && c.version().isPreRelease());
  }

  /**
   * Whether the set only has bounds: none of its comparisons names the version that it wants.
   *
   * @return true if every comparison is one of {@code >= > <= < !=}
   */
  public boolean hasOnlyBounds() {
    return clauses.stream().allMatch(c -> BOUNDS.contains(c.operator()));
  }

  /**
   * The new set for a project that moves to a version, comparison by comparison:
   *
   * <ul>
   *   <li>{@code ==} and {@code ===} name the version; {@code ==1.2.*} keeps its width.
   *   <li>{@code ~=} and {@code >=} begin at the version, in as many numbers as were written:
   *       {@code >=1.2} becomes {@code >=1.3}. A pre-release is named whole where something would
   *       be lost, because installers prefer other versions to a pre-release that is not named.
   *   <li>{@code <} and {@code <=} stay if they admit the version. If not, {@code <=} names it, and
   *       {@code <} goes just above it in its last number that is not zero: with 1.3.2, {@code
   *       <1.3.0} becomes {@code <1.4.0}.
   *   <li>{@code !=} and {@code >} stay; where they leave the version out, the set is refused.
   * </ul>
   *
   * <p>Order, white space and equivalent comparisons stay unchanged. Ask {@link
   * #contains(Pep440Version)} first where sets that admit the version shall stay.
   *
   * @param text the set
   * @param newVersion the version
   * @return a set that contains the version, or why there is none
   * @throws InvalidVersionException if a part is not a comparison by PEP 440
   */
  public static Upgrade upgraded(String text, Pep440Version newVersion) {
    return Pep440Upgrade.of(text, newVersion);
  }

  /**
   * The set in the order it was written.
   *
   * @return the comparisons without white space, separated by commas
   */
  @Override
  public String toString() {
    return clauses.stream().map(Clause::toString).collect(Collectors.joining(","));
  }
}
