package io.github.releasesync.version;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The version requirement of a crate on a dependency, by the <a
 * href="https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html">Cargo book</a>:
 * {@code 1.2} means {@code ^1.2}, and {@code =1.2} is any 1.2.x.
 *
 * <p>A pre-release matches only if some comparator has a pre-release of the same major.minor.patch.
 * Build metadata is ignored.
 */
public final class CargoRequirement {

  private static final int MOST_COMPARATORS = 32;

  private enum Operator {
    EXACT("="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    TILDE("~"),
    CARET("^"),
    WILDCARD("");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }
  }

  /** One comparison; {@code numbers} are the one to three numbers that were written. */
  private record Comparator(Operator operator, List<String> numbers, List<String> preRelease) {

    boolean matches(SemVer version) {
      int order = compareWritten(version);
      boolean partial = numbers.size() < 3;
      if (partial && order == 0 && version.isPreRelease() && operator != Operator.CARET) {
        return false;
      }
      return switch (operator) {
        case EXACT, WILDCARD -> order == 0;
        case GREATER -> order > 0;
        case GREATER_OR_EQUAL -> order >= 0;
        case LESS -> order < 0;
        case LESS_OR_EQUAL -> order <= 0;
        case TILDE -> order >= 0 && agree(version, Math.min(2, numbers.size()));
        case CARET -> order >= 0 && agree(version, caretWidth());
      };
    }

    /** Compares the version with what was written, and no further. */
    private int compareWritten(SemVer version) {
      for (int i = 0; i < numbers.size(); i++) {
        int result = Digits.compare(version.core().get(i), numbers.get(i));
        if (result != 0) {
          return result;
        }
      }
      return numbers.size() < 3 ? 0 : SemVer.comparePreRelease(version.preRelease(), preRelease);
    }

    private boolean agree(SemVer version, int width) {
      return version.core().subList(0, width).equals(numbers.subList(0, width));
    }

    /** A caret holds everything up to the first number that is not zero. */
    private int caretWidth() {
      int width = 1;
      while (width < numbers.size() && numbers.get(width - 1).equals("0")) {
        width++;
      }
      return width;
    }

    boolean namesPreReleaseOf(SemVer version) {
      return !preRelease.isEmpty() && version.core().equals(numbers);
    }

    @Override
    public String toString() {
      return operator.symbol
          + String.join(".", numbers)
          + (operator == Operator.WILDCARD ? ".*" : "")
          + (preRelease.isEmpty() ? "" : "-" + String.join(".", preRelease));
    }
  }

  /** Empty for {@code *}. */
  private final List<Comparator> comparators;

  private CargoRequirement(List<Comparator> comparators) {
    this.comparators = List.copyOf(comparators);
  }

  /**
   * Reads a requirement.
   *
   * @param text one to 32 comparators, separated by commas
   * @return the requirement
   * @throws InvalidVersionException if Cargo refuses the text
   */
  public static CargoRequirement parse(String text) {
    Cursor in = new Cursor(text);
    in.skipSpaces();
    if (acceptWildcard(in)) {
      in.skipSpaces();
      if (!in.atEnd()) {
        throw in.expected("the end after `*`, which must stand alone,");
      }
      return new CargoRequirement(List.of());
    }
    List<Comparator> comparators = new ArrayList<>();
    do {
      if (comparators.size() == MOST_COMPARATORS) {
        throw in.wrong("there are more than " + MOST_COMPARATORS + " comparators");
      }
      in.skipSpaces();
      comparators.add(comparator(in));
    } while (in.accept(','));
    if (!in.atEnd()) {
      throw in.expected("a comma");
    }
    return new CargoRequirement(comparators);
  }

  private static boolean acceptWildcard(Cursor in) {
    return in.acceptOneOf("*xX");
  }

  private static Comparator comparator(Cursor in) {
    int start = in.at();
    Operator operator = operator(in);
    boolean written = in.at() > start;
    in.skipSpaces();
    List<String> numbers = new ArrayList<>(List.of(number(in, "major")));
    boolean wildcard = false;
    for (String which : List.of("minor", "patch")) {
      if (!in.accept('.')) {
        break;
      }
      if (acceptWildcard(in)) {
        wildcard = true;
      } else if (wildcard) {
        throw in.expected("`*` after `*`");
      } else {
        numbers.add(number(in, which));
      }
    }
    boolean full = numbers.size() == 3;
    List<String> preRelease = full && in.accept('-') ? SemVer.preReleaseIdentifiers(in) : List.of();
    if (full && in.accept('+')) {
      SemVer.buildIdentifiers(in);
    }
    in.skipSpaces();
    Operator effective = wildcard && !written ? Operator.WILDCARD : operator;
    return new Comparator(effective, List.copyOf(numbers), preRelease);
  }

  private static Operator operator(Cursor in) {
    if (in.accept('=')) {
      return Operator.EXACT;
    }
    if (in.accept('>')) {
      return in.accept('=') ? Operator.GREATER_OR_EQUAL : Operator.GREATER;
    }
    if (in.accept('<')) {
      return in.accept('=') ? Operator.LESS_OR_EQUAL : Operator.LESS;
    }
    if (in.accept('~')) {
      return Operator.TILDE;
    }
    in.accept('^');
    return Operator.CARET;
  }

  private static String number(Cursor in, String which) {
    String digits = SemVer.number(in, which);
    if (Digits.exceedsU64(digits)) {
      throw in.wrong("the " + which + " number is larger than Cargo's 18446744073709551615");
    }
    return digits;
  }

  /**
   * Whether Cargo would take a version for this requirement.
   *
   * @param version the version
   * @return true if every comparator holds and, for a pre-release, one of them names it
   */
  public boolean matches(SemVer version) {
    return comparators.stream().allMatch(c -> c.matches(version))
        && (!version.isPreRelease()
            || comparators.stream().anyMatch(c -> c.namesPreReleaseOf(version)));
  }

  /**
   * The new requirement on a crate that moves to a version. Carets, {@code ~}, {@code =} and
   * wildcards keep their operator and as many numbers as were written: {@code ~1.2} becomes {@code
   * ~1.3}. A pre-release is named in full, because Cargo takes it by no other requirement: {@code
   * 1.2} becomes {@code 1.3.0-rc.1}; a wildcard, which cannot name it, is refused. {@code *} takes
   * every release and stays. {@code <}, {@code <=}, {@code >} and {@code >=} are refused, whether
   * or not they match: ask {@link #matches} first where those that do shall stay.
   *
   * <p>White space, commas and comparators that name the version already stay as they are.
   *
   * @param text the requirement
   * @param newVersion the version; its build metadata is left out
   * @return a requirement that matches the version, or why there is none
   * @throws InvalidVersionException if Cargo refuses the text
   */
  public static Upgrade upgraded(String text, SemVer newVersion) {
    return CargoUpgrade.of(text, newVersion);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CargoRequirement that && comparators.equals(that.comparators);
  }

  @Override
  public int hashCode() {
    return comparators.hashCode();
  }

  /**
   * The canonical form, as Cargo prints it.
   *
   * @return such as {@code ^1.2, <1.5}; a bare version has got its caret
   */
  @Override
  public String toString() {
    return comparators.isEmpty()
        ? "*"
        : comparators.stream().map(Comparator::toString).collect(Collectors.joining(", "));
  }
}
