package io.github.releasesync.manifest.python;

import io.github.releasesync.problem.Place;
import io.github.releasesync.text.Ascii;
import io.github.releasesync.text.Located;
import io.github.releasesync.version.RequirementSyntax;
import java.util.Optional;

/**
 * A requirement on another project (PEP 508, or Poetry's), without extras and markers.
 *
 * @param name the project's name as written
 * @param specifier the version specifier as written, such as {@code ==1.43.2}; empty for any
 *     version and for a direct URL
 * @param place where the requirement's text begins
 * @param syntax the language of the specifier
 */
public record PythonRequirement(
    String name, String specifier, Place place, RequirementSyntax syntax) {

  /** Reads a requirement; empty for text that is none, which is its installer's business. */
  static Optional<PythonRequirement> parse(Located<String> requirement) {
    String text = requirement.value().strip();
    int end = 0;
    while (end < text.length()
        && (Ascii.isLetterOrDigit(text.charAt(end)) || ProjectName.isSeparator(text.charAt(end)))) {
      end++;
    }
    String name = text.substring(0, end);
    return ProjectName.isValid(name)
        ? specifier(text.substring(end).strip())
            .map(
                specifier ->
                    new PythonRequirement(
                        name, specifier, requirement.place(), RequirementSyntax.PEP440))
        : Optional.empty();
  }

  private static Optional<String> specifier(String afterName) {
    String rest = afterName;
    if (rest.startsWith("[")) {
      int close = rest.indexOf(']');
      if (close < 0) {
        return Optional.empty();
      }
      rest = rest.substring(close + 1).strip();
    }
    if (rest.startsWith("@")) {
      return Optional.of("");
    }
    int marker = rest.indexOf(';');
    String specifier = (marker < 0 ? rest : rest.substring(0, marker)).strip();
    if (specifier.startsWith("(") && specifier.endsWith(")")) {
      specifier = specifier.substring(1, specifier.length() - 1).strip();
    }
    boolean valid = specifier.isEmpty() || "<>=!~".indexOf(specifier.charAt(0)) >= 0;
    return valid ? Optional.of(specifier) : Optional.empty();
  }
}
