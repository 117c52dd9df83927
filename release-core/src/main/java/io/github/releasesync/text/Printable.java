package io.github.releasesync.text;

import java.util.regex.Pattern;

/**
 * Makes text from files safe to print: it cannot move the cursor, hide or reorder text, or send a
 * command to the CI service that reads the output.
 */
public final class Printable {

  /**
   * The runners of GitHub and Azure execute {@code ##[command]} and {@code ##vso[command]} anywhere
   * in a line, even after Maven's prefix.
   */
  private static final Pattern ORDER = Pattern.compile("##(?=(vso)?\\[)");

  private Printable() {}

  /**
   * Escapes control and bidirectional formatting characters, unpaired surrogates, and the beginning
   * of a command for a CI service.
   *
   * @param text any text
   * @return the text with each of them as {@code \}{@code u{hex}}
   */
  public static String of(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isHarmless(c)) {
                printable.appendCodePoint(c);
              } else {
                printable.append("\\u{").append(Integer.toHexString(c)).append('}');
              }
            });
    return ORDER.matcher(printable).replaceAll("#\\\\u{23}");
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
