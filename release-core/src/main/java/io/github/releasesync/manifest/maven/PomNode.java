package io.github.releasesync.manifest.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An element to be written into a POM. Whatever is not ASCII is written as a character reference,
 * so that it is right in any encoding that a POM declares.
 *
 * @param name its name
 * @param text its text; empty for an element with children
 * @param children the elements in it
 * @param comment the comment above it, if any
 */
public record PomNode(String name, String text, List<PomNode> children, Optional<String> comment) {

  /**
   * An element with text.
   *
   * @param name its name
   * @param text its text
   * @return the element
   */
  public static PomNode of(String name, String text) {
    return new PomNode(name, text, List.of(), Optional.empty());
  }

  /**
   * An element with elements.
   *
   * @param name its name
   * @param children the elements in it
   * @return the element
   */
  public static PomNode of(String name, List<PomNode> children) {
    return new PomNode(name, "", List.copyOf(children), Optional.empty());
  }

  /**
   * The same with a comment above it.
   *
   * @param words the comment's text
   * @return the element
   */
  public PomNode commented(String words) {
    return new PomNode(name, text, children, Optional.of(words));
  }

  /**
   * The element as it is written.
   *
   * @param indent the indentation of each level
   * @return its lines, without line ends
   */
  public List<String> lines(String indent) {
    List<String> lines = new ArrayList<>();
    comment.ifPresent(words -> lines.add("<!-- " + inComment(words) + " -->"));
    if (children.isEmpty()) {
      lines.add("<" + name + ">" + escaped(text) + "</" + name + ">");
      return lines;
    }
    lines.add("<" + name + ">");
    children.forEach(
        child -> child.lines(indent).stream().map(line -> indent + line).forEach(lines::add));
    lines.add("</" + name + ">");
    return lines;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> {
                  if (c >= ' ' && c < 0x7f) {
                    escaped.append((char) c);
                  } else {
                    escaped.append("&#").append(c).append(';');
                  }
                }
              }
            });
    return escaped.toString();
  }

  /** XML knows no escape in a comment, and no two hyphens. */
  private static String inComment(String words) {
    StringBuilder text = new StringBuilder();
    for (char c : words.toCharArray()) {
      boolean second = c == '-' && text.length() > 0 && text.charAt(text.length() - 1) == '-';
      text.append(second ? " -" : c >= ' ' && c < 0x7f ? String.valueOf(c) : "?");
    }
    return text.toString();
  }
}
