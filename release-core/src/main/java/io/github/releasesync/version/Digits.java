package io.github.releasesync.version;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers as strings of ASCII digits. A number in a version has no bound, and {@link BigInteger}
 * takes quadratic time to read one: so versions keep the digits and convert only when asked.
 */
final class Digits {

  private static final String U64_MAX = "18446744073709551615";

  private Digits() {}

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static boolean isLetterOrDigit(int c) {
    return isDigit(c) || isLetter(c);
  }

  static boolean allDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(Digits::isDigit);
  }

  /** The digits without leading zeros; {@code 0} if there are only zeros. */
  static String strip(String digits) {
    int first = 0;
    while (first < digits.length() - 1 && digits.charAt(first) == '0') {
      first++;
    }
    return digits.substring(first);
  }

  /** Compares by value two numbers without leading zeros. */
  static int compare(String a, String b) {
    int longer = Integer.compare(a.length(), b.length());
    return longer != 0 ? longer : a.compareTo(b);
  }

  /** One more than a number, in linear time. */
  static String increment(String digits) {
    int nines = digits.length();
    while (nines > 0 && digits.charAt(nines - 1) == '9') {
      nines--;
    }
    String zeros = "0".repeat(digits.length() - nines);
    return nines == 0
        ? "1" + zeros
        : digits.substring(0, nines - 1) + (char) (digits.charAt(nines - 1) + 1) + zeros;
  }

  /**
   * Takes one or more numbers that dots separate, without leading zeros. A dot that no digit
   * follows stays.
   */
  static List<String> dotted(Cursor in) {
    List<String> numbers = new ArrayList<>();
    int end;
    String digits = in.digits();
    do {
      numbers.add(strip(digits));
      end = in.at();
      digits = in.accept('.') ? in.digits() : "";
    } while (!digits.isEmpty());
    in.moveTo(end);
    return List.copyOf(numbers);
  }

  static boolean exceedsU64(String stripped) {
    return compare(stripped, U64_MAX) > 0;
  }

  static String of(BigInteger number) {
    if (number.signum() < 0) {
      throw new IllegalArgumentException(number + " is negative");
    }
    return number.toString();
  }
}
