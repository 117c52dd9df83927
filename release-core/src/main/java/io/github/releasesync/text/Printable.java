package io.github.releasesync.text;

/** Makes text from files safe to print: it cannot move the cursor, hide or reorder anything. */
public final class Printable {

  private Printable() {}

  /**
   * Escapes control and bidirectional formatting characters and unpaired surrogates.
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
    return printable.toString();
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
