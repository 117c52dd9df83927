package io.github.releasesync.sandbox;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.Printable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The faults that a sandbox shows. A value: the sandbox remembers the past events. */
public final class Faults {

  private static final Place PARAMETER = Place.of("faults");

  private final Map<FaultKind, Integer> numbers;

  private Faults(Map<FaultKind, Integer> numbers) {
    this.numbers = numbers;
  }

  /**
   * No fault.
   *
   * @return registries that behave
   */
  public static Faults none() {
    return new Faults(Map.of());
  }

  /**
   * Reads names.
   *
   * @param names separated by commas, white space around them allowed, such as {@code
   *     pypi-down-after-2,answer-lost}; blank for none
   * @return the faults
   * @throws ReleaseException with {@link Code#FAULT_UNKNOWN}
   */
  public static Faults parse(String names) {
    Map<FaultKind, Integer> numbers = new EnumMap<>(FaultKind.class);
    if (!names.isBlank()) {
      for (String name : names.split(",", -1)) {
        add(name.strip(), numbers);
      }
    }
    return new Faults(numbers);
  }

  /**
   * All faults.
   *
   * @return name and explanation of each
   */
  public static List<Fault> known() {
    return Stream.of(FaultKind.values()).map(FaultKind::fault).toList();
  }

  boolean has(FaultKind kind) {
    return numbers.containsKey(kind);
  }

  /** The number of a requested fault. */
  OptionalInt number(FaultKind kind) {
    Integer number = numbers.get(kind);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** The names, as {@link #parse} reads them. */
  @Override
  public String toString() {
    return numbers.entrySet().stream()
        .map(e -> e.getKey().stem() + (e.getKey().isNumbered() ? e.getValue() : ""))
        .collect(Collectors.joining(","));
  }

  private static void add(String name, Map<FaultKind, Integer> numbers) {
    for (FaultKind kind : FaultKind.values()) {
      if (!kind.isNumbered() && name.equals(kind.shown())) {
        numbers.put(kind, 0);
        return;
      }
      if (kind.isNumbered() && name.startsWith(kind.stem())) {
        numbers.put(kind, count(name, name.substring(kind.stem().length())));
        return;
      }
    }
    throw unknown("no fault is named `" + Printable.of(name) + "`");
  }

  private static int count(String name, String digits) {
    boolean number =
        !digits.isEmpty()
            && digits.length() <= 6
            && digits.chars().allMatch(c -> '0' <= c && c <= '9');
    if (!number) {
      throw unknown("`" + Printable.of(name) + "` needs a number at its end");
    }
    return Integer.parseInt(digits);
  }

  private static ReleaseException unknown(String message) {
    String list = known().stream().map(Fault::name).collect(Collectors.joining(", "));
    return ReleaseException.of(Code.FAULT_UNKNOWN, PARAMETER, message, "use one of: " + list);
  }
}
