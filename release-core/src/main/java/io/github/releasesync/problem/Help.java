package io.github.releasesync.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The help of a problem: text with commands and options as values, because a Maven user types them
 * differently from a user of the command line.
 *
 * @param parts the text, in order
 */
public record Help(List<Part> parts) {

  /** A piece of a help text. */
  public sealed interface Part permits Text, Option, Command {}

  /**
   * Plain text.
   *
   * @param text the text; text beyond 2,000 characters is truncated
   */
  public record Text(String text) implements Part {

    /** Cuts a text that is too long. */
    public Text {
      text = Problem.cut(text);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A help text.
   *
   * @param parts the text, in order
   */
  public Help {
    parts = List.copyOf(parts);
  }

  /**
   * A help text of strings, options and commands.
   *
   * @param parts each a {@link Part}, or another object whose text is meant
   * @return the help text
   */
  public static Help of(Object... parts) {
    List<Part> list = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Help help) {
        list.addAll(help.parts());
      } else {
        list.add(part instanceof Part p ? p : new Text(part.toString()));
      }
    }
    return new Help(list);
  }

  /** The text with commands and options by their bare names, as no front end writes them. */
  @Override
  public String toString() {
    return parts.stream().map(Part::toString).collect(Collectors.joining());
  }
}
