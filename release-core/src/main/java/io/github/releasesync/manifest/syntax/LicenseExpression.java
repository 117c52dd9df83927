package io.github.releasesync.manifest.syntax;

import io.github.releasesync.text.Ascii;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * License expressions by the grammar of SPDX 2.3, Annex D. The list of licenses is not included: an
 * unknown name passes, unless it is one of those that people write and SPDX does not have.
 */
public final class LicenseExpression {

  private static final Set<String> OPERATORS = Set.of("AND", "OR", "WITH");

  private static final Set<String> NOT_SPDX =
      Set.of(
          "agpl agplv3 apache apache2 apache2.0 apachev2 apache-2 bsd bsd-2 bsd-3 bsd2 bsd3"
              .concat(" commercial gpl gpl2 gpl3 gplv2 gplv3 lgpl lgplv2 lgplv3 lgplv2.1 mpl mpl2")
              .concat(" none private proprietary public-domain unlicensed")
              .split(" "));

  private LicenseExpression() {}

  /**
   * The reason why a text is not a license expression.
   *
   * @param text the text, not blank
   * @param cargo true for crates.io, where {@code /} means {@code OR} and operators are upper case;
   *     false for PyPI (PEP 639), where operators may have any case
   * @return the reason, in words that follow a colon; empty for an expression
   */
  public static Optional<String> refusal(String text, boolean cargo) {
    boolean operand = false;
    int depth = 0;
    for (String token : tokens(cargo ? text.replace("/", " OR ") : text)) {
      boolean operator = OPERATORS.contains(cargo ? token : token.toUpperCase(Locale.ROOT));
      if (token.equals(")")) {
        depth--;
      }
      if (operand != (operator || token.equals(")")) || depth < 0) {
        return Optional.of(
            "`"
                + token
                + "` is not allowed there"
                + (operand ? " without AND or OR before it" : ""));
      }
      if (token.equals("(")) {
        depth++;
      } else if (!operator && !token.equals(")")) {
        Optional<String> refusal = refusalOfName(token);
        if (refusal.isPresent()) {
          return refusal;
        }
      }
      operand = !operator && !token.equals("(");
    }
    return operand && depth == 0
        ? Optional.empty()
        : Optional.of(depth == 0 ? "it is incomplete" : "a parenthesis is not closed");
  }

  private static Optional<String> refusalOfName(String name) {
    boolean form =
        name.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || "-.+:".indexOf((char) c) >= 0);
    return form && !NOT_SPDX.contains(name.toLowerCase(Locale.ROOT))
        ? Optional.empty()
        : Optional.of("SPDX has no `" + name + "`");
  }

  private static List<String> tokens(String text) {
    return new ArrayList<>(
        List.of(text.replace("(", " ( ").replace(")", " ) ").strip().split("[ \\t\\r\\n]+")));
  }
}
