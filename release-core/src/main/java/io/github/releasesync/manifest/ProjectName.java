package io.github.releasesync.manifest;

import java.util.Locale;

/** Names of Python projects. */
public final class ProjectName {

  private ProjectName() {}

  /**
   * The form by which PyPI tells projects apart (PEP 503): lower case, every run of {@code -},
   * {@code _} and {@code .} one {@code -}.
   *
   * @param name the name as written
   * @return its normalised form
   */
  public static String normalize(String name) {
    StringBuilder normalized = new StringBuilder(name.length());
    boolean inRun = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean separator = isSeparator(c);
      if (!separator) {
        normalized.append(c);
      } else if (!inRun) {
        normalized.append('-');
      }
      inRun = separator;
    }
    return normalized.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a name is one of a project (PEP 508): ASCII letters, digits, {@code -}, {@code _} and
   * {@code .}, with a letter or digit at both ends.
   *
   * @param name the name as written
   * @return true if PyPI accepts it
   */
  public static boolean isValid(String name) {
    return !name.isEmpty()
        && Ascii.isLetterOrDigit(name.charAt(0))
        && Ascii.isLetterOrDigit(name.charAt(name.length() - 1))
        && name.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || isSeparator(c));
  }

  /**
   * The form in the names of wheels and sdists (PEP 427, PEP 625): normalised, with {@code _} for
   * {@code -}.
   *
   * @param name the name as written
   * @return its form in file names
   */
  public static String fileForm(String name) {
    return normalize(name).replace('-', '_');
  }

  static boolean isSeparator(int c) {
    return c == '-' || c == '_' || c == '.';
  }
}
