package io.github.releasesync.manifest.python;

import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.version.RequirementSyntax;
import java.util.ArrayList;
import java.util.List;

/**
 * The pins in a requirements or constraints file of pip: the requirements with {@code ==} and one
 * whole version (<a
 * href="https://pip.pypa.io/en/stable/reference/requirements-file-format/">Requirements file
 * format</a>). Options, other files, paths and URLs are none.
 *
 * @param pins those that name a version alone
 * @param hashed those with hashes, which belong to the files of one release
 */
public record RequirementsFile(List<PythonRequirement> pins, List<PythonRequirement> hashed) {

  private static final String EXACT = "==";

  /**
   * Reads a file. Lines that are not understood are passed over: pip would say so.
   *
   * @param text the file's text
   * @return its pins
   */
  public static RequirementsFile parse(SourceText text) {
    List<PythonRequirement> pins = new ArrayList<>();
    List<PythonRequirement> hashed = new ArrayList<>();
    String content = text.content();
    int at = 0;
    while (at < content.length()) {
      int start = at;
      int end = endOfLine(content, at);
      while (content.substring(at, end).stripTrailing().endsWith("\\") && end < content.length()) {
        at = end + 1;
        end = endOfLine(content, at);
      }
      String line = content.substring(start, end);
      at = end + 1;
      int indent = line.length() - line.stripLeading().length();
      PythonRequirement.parse(new Located<>(requirement(line), text.place(start + indent)))
          .filter(RequirementsFile::isPin)
          .ifPresent(pin -> (line.contains("--hash") ? hashed : pins).add(pin));
    }
    return new RequirementsFile(List.copyOf(pins), List.copyOf(hashed));
  }

  private static int endOfLine(String content, int from) {
    int end = content.indexOf('\n', from);
    return end < 0 ? content.length() : end;
  }

  /** The first physical line without comment, options and line continuation. */
  private static String requirement(String line) {
    String first = line.substring(0, endOfLine(line, 0));
    int comment = first.startsWith("#") ? 0 : first.indexOf(" #");
    String text = (comment < 0 ? first : first.substring(0, comment)).strip();
    int options = text.indexOf(" --");
    text = options < 0 ? text : text.substring(0, options);
    return text.endsWith("\\") ? text.substring(0, text.length() - 1).strip() : text.strip();
  }

  private static boolean isPin(PythonRequirement requirement) {
    String specifier = requirement.specifier();
    return requirement.syntax() == RequirementSyntax.PEP440
        && specifier.startsWith(EXACT)
        && specifier.indexOf(',') < 0
        && !specifier.endsWith("*");
  }
}
