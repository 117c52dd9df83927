package io.github.releasesync.manifest.python;

import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression of Python that finds a version in a file, searched as {@code re.search} with
 * {@code re.MULTILINE} does. Only expressions whose meaning is the same in Java, and which cannot
 * recurse, are taken; a search that takes too many steps for the size of its file finds nothing.
 */
public final class VersionPattern {

  /** Characters looked at for each character of the file: honest expressions need a few. */
  private static final int STEPS_PER_CHARACTER = 50;

  private static final int LEAST_STEPS = 100_000;

  /** Too many steps. Without a trace: it is an answer. */
  private static final class TooSlow extends RuntimeException {
    private static final long serialVersionUID = 1;

    private TooSlow() {
      super(null, null, false, false);
    }
  }

  private final String python;
  private final String group;
  private final Pattern java;

  private VersionPattern(String python, String group, Pattern java) {
    this.python = python;
    this.group = group;
    this.java = java;
  }

  /**
   * Translates an expression.
   *
   * @param python the expression as Python has it
   * @param group the group that is the version
   * @return the pattern; empty if it has no such group, or is of a kind that is not read
   */
  static Optional<VersionPattern> of(String python, String group) {
    return PythonRegex.toJava(python)
        .filter(java -> java.contains("(?<" + group + ">"))
        .map(
            java ->
                new VersionPattern(
                    python,
                    group,
                    Pattern.compile(
                        java,
                        Pattern.MULTILINE | Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS)));
  }

  /**
   * The first version that it finds.
   *
   * @param text the file
   * @return the version with its place; empty if there is none, or if the search is too slow
   */
  public Optional<Located<String>> find(SourceText text) {
    // Python reads text with its line ends as \n.
    String content = text.content().replace("\r\n", "\n").replace('\r', '\n');
    try {
      Matcher matcher = java.matcher(new Counted(content));
      if (!matcher.find() || matcher.start(group) < 0) {
        return Optional.empty();
      }
      String version = content.substring(matcher.start(group), matcher.end(group));
      int offset = offset(text.content(), matcher.start(group));
      return version.isEmpty() || version.contains("\n")
          ? Optional.empty()
          : Optional.of(new Located<>(version, text.place(offset)));
    } catch (TooSlow e) {
      return Optional.empty();
    }
  }

  /** The offset in a text, of which each \r\n was one character when it was searched. */
  private static int offset(String content, int searched) {
    int offset = 0;
    for (int i = 0; i < searched; i++) {
      offset += content.startsWith("\r\n", offset) ? 2 : 1;
    }
    return offset;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VersionPattern p && python.equals(p.python) && group.equals(p.group);
  }

  @Override
  public int hashCode() {
    return python.hashCode();
  }

  @Override
  public String toString() {
    return python;
  }

  /** A text that counts how often it is asked for a character. */
  private static final class Counted implements CharSequence {
    private final String content;
    private long left;

    Counted(String content) {
      this.content = content;
      this.left = LEAST_STEPS + (long) STEPS_PER_CHARACTER * content.length();
    }

    @Override
    public int length() {
      return content.length();
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
        throw new TooSlow();
      }
      return content.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return content.subSequence(start, end);
    }

    @Override
    public String toString() {
      return content;
    }
  }
}
