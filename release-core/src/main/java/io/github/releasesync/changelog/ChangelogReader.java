package io.github.releasesync.changelog;

import io.github.releasesync.changelog.ChangelogHeading.Kind;
import io.github.releasesync.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a changelog line by line, in one pass. */
final class ChangelogReader {

  /** The kinds of changes of Keep a Changelog 1.1.0, which are so at every level. */
  private static final Set<String> KINDS =
      Set.of("added", "changed", "deprecated", "removed", "fixed", "security");

  /** No heading of a release is longer; whatever is, is text. */
  private static final int LONGEST_HEADING = 1000;

  private static final int LEVEL_OF_UNDERLINED = 2;
  private static final String UNDERLINES = "=-~^";
  private static final int SHORTEST_UNDERLINE = 3;
  private static final int CODE_INDENT = 4;

  private final SourceText text;
  private final String content;
  private List<ChangelogHeading> headings = new ArrayList<>();
  private final List<Integer> bodyStarts = new ArrayList<>();
  private final List<ChangelogLink> links = new ArrayList<>();
  private final List<ChangelogMarker> markers = new ArrayList<>();

  /** In other text, what opens a block of code in Markdown is a line below a title. */
  private final boolean isMarkdown;

  private String fence = "";
  private boolean inComment;

  /** Where a title may begin: after a blank line, an overline, or at the start. */
  private boolean titleMayFollow = true;

  /** Offset behind the last line that is more than a blank, a link reference or a marker. */
  private int textEnd;

  ChangelogReader(SourceText text) {
    this.text = text;
    this.content = text.content();
    this.isMarkdown = !text.file().endsWith(".rst") && !text.file().endsWith(".txt");
  }

  Changelog read() {
    int start = 0;
    while (start < content.length()) {
      int end = lineEnd(start);
      int next = nextLine(end);
      start = readLine(start, end, next);
    }
    headings = UnreleasedNames.in(headings);
    return new Changelog(text, headings, sections(), links, markers);
  }

  /** Reads a line, or two where the second underlines the first; returns where the next begins. */
  private int readLine(int start, int end, int next) {
    String line = content.substring(start, end);
    int indent = indent(line);
    String stripped = line.strip();
    boolean couldBeTitle = titleMayFollow;
    titleMayFollow = stripped.isEmpty() || isUnderline(line);
    if (isHidden(line, stripped, indent)) {
      textEnd = next;
      return next;
    }
    if (stripped.isEmpty() || indent < CODE_INDENT && isLinkOrMarker(start, end, stripped)) {
      return next;
    }
    textEnd = next;
    if (indent < CODE_INDENT) {
      if (line.charAt(indent) == '#') {
        readAtx(start, end, next, stripped);
      } else if (couldBeTitle && indent == 0) {
        return readUnderlined(start, next, stripped);
      }
    }
    return next;
  }

  /** Whether a line is in a fenced block or a comment of several lines, or begins or ends one. */
  private boolean isHidden(String line, String stripped, int indent) {
    if (!fence.isEmpty()) {
      boolean closes = indent < CODE_INDENT && isClosingFence(stripped);
      fence = closes ? "" : fence;
      return true;
    }
    if (inComment) {
      inComment = !line.contains("-->");
      return true;
    }
    if (indent >= CODE_INDENT) {
      return false;
    }
    fence = isMarkdown ? openingFence(stripped) : "";
    inComment = stripped.startsWith("<!--") && !stripped.contains("-->");
    return !fence.isEmpty() || inComment;
  }

  private boolean isClosingFence(String stripped) {
    int length = runLength(stripped, fence.charAt(0));
    return length >= fence.length() && length == stripped.length();
  }

  private static String openingFence(String stripped) {
    for (char c : new char[] {'`', '~'}) {
      int length = runLength(stripped, c);
      if (length >= 3 && (c == '~' || stripped.indexOf('`', length) < 0)) {
        return stripped.substring(0, length);
      }
    }
    return "";
  }

  private boolean isLinkOrMarker(int start, int end, String stripped) {
    int inner = "<!--".length();
    int close = stripped.length() - "-->".length();
    if (stripped.startsWith("<!--") && close >= inner && stripped.indexOf("-->", inner) == close) {
      String inside = stripped.substring(inner, close);
      markers.add(new ChangelogMarker(inside.strip(), text.place(start), start, end));
      return true;
    }
    Optional<ChangelogLink> link = link(start, end);
    link.ifPresent(links::add);
    return link.isPresent();
  }

  /** A link reference definition of one line (CommonMark 4.7). */
  private Optional<ChangelogLink> link(int start, int end) {
    int open = start + indent(content.substring(start, Math.min(end, start + CODE_INDENT)));
    int close = start + content.substring(start, end).indexOf("]:");
    if (content.charAt(open) != '[' || close < open) {
      return Optional.empty();
    }
    String label = content.substring(open + 1, close).strip();
    if (label.isEmpty() || label.startsWith("^") || label.indexOf('[') >= 0) {
      return Optional.empty();
    }
    int at = skipBlanks(close + 2, end);
    boolean bracketed = at < end && content.charAt(at) == '<';
    int urlStart = bracketed ? at + 1 : at;
    int urlEnd = urlStart;
    while (urlEnd < end && (bracketed ? content.charAt(urlEnd) != '>' : !isBlank(urlEnd))) {
      urlEnd++;
    }
    int title = skipBlanks(Math.min(end, bracketed ? urlEnd + 1 : urlEnd), end);
    boolean titled = title == end || "\"'(".indexOf(content.charAt(title)) >= 0;
    return urlEnd > urlStart && titled
        ? Optional.of(
            new ChangelogLink(
                label,
                content.substring(urlStart, urlEnd),
                text.place(start),
                start,
                end,
                urlStart))
        : Optional.empty();
  }

  private void readAtx(int start, int end, int next, String stripped) {
    int level = runLength(stripped, '#');
    boolean separated = level == stripped.length() || " \t".indexOf(stripped.charAt(level)) >= 0;
    if (level > 6 || !separated) {
      return;
    }
    String title = withoutClosingHashes(stripped.substring(level).strip());
    ReleaseHeading release =
        level > 3 || title.length() > LONGEST_HEADING ? null : ReleaseHeading.read(title, level);
    add(release, level, title, start, end, next);
  }

  private int readUnderlined(int start, int next, String stripped) {
    int end = lineEnd(next);
    boolean underlined = next < content.length() && isUnderline(content.substring(next, end));
    if (!underlined || stripped.length() > LONGEST_HEADING) {
      return next;
    }
    ReleaseHeading release = ReleaseHeading.read(stripped, LEVEL_OF_UNDERLINED);
    if (release == null && !UnreleasedNames.include(stripped)) {
      return next;
    }
    int body = nextLine(end);
    textEnd = body;
    add(release, LEVEL_OF_UNDERLINED, stripped, start, end, body);
    return body;
  }

  private void add(ReleaseHeading release, int level, String title, int start, int end, int body) {
    ReleaseHeading read = release == null ? ReleaseHeading.of(kind(level, title)) : release;
    headings.add(
        new ChangelogHeading(
            read.kind(),
            level,
            title,
            read.version(),
            read.release(),
            read.date(),
            read.yanked(),
            read.link(),
            text.place(start),
            start,
            end));
    bodyStarts.add(body);
  }

  private static Kind kind(int level, String title) {
    if (level > 3) {
      return Kind.ENTRY;
    }
    boolean known = level == 3 || KINDS.contains(title.toLowerCase(Locale.ROOT));
    return known ? Kind.SECTION : Kind.OTHER;
  }

  private List<ChangelogSection> sections() {
    List<ChangelogSection> sections = new ArrayList<>();
    int end = -1;
    for (int i = headings.size() - 1; i >= 0; i--) {
      ChangelogHeading heading = headings.get(i);
      if (heading.kind() == Kind.RELEASE || heading.kind() == Kind.UNRELEASED) {
        int body = bodyStarts.get(i);
        int bodyEnd = Math.max(body, end < 0 ? textEnd : end);
        int last = bodyEnd > body ? bodyEnd : heading.end();
        int lastLine = text.place(last > heading.end() ? last - 1 : last).line();
        sections.add(0, new ChangelogSection(heading, body, bodyEnd, lastLine));
        end = heading.start();
      }
    }
    return sections;
  }

  private int lineEnd(int start) {
    int end = start;
    while (end < content.length() && content.charAt(end) != '\n' && content.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private int nextLine(int lineEnd) {
    return content.startsWith("\r\n", lineEnd)
        ? lineEnd + 2
        : Math.min(lineEnd + 1, content.length());
  }

  private int skipBlanks(int from, int end) {
    int at = from;
    while (at < end && isBlank(at)) {
      at++;
    }
    return at;
  }

  private boolean isBlank(int at) {
    return content.charAt(at) == ' ' || content.charAt(at) == '\t';
  }

  /** Blanks before the text, up to what makes it code; a tab does at once. */
  private static int indent(String line) {
    int indent = runLength(line, ' ');
    boolean tab = indent < CODE_INDENT && indent < line.length() && line.charAt(indent) == '\t';
    return tab ? CODE_INDENT : Math.min(indent, CODE_INDENT);
  }

  private static boolean isUnderline(String line) {
    String stripped = line.stripTrailing();
    return stripped.length() >= SHORTEST_UNDERLINE
        && UNDERLINES.indexOf(stripped.charAt(0)) >= 0
        && runLength(stripped, stripped.charAt(0)) == stripped.length();
  }

  private static int runLength(String line, char c) {
    int length = 0;
    while (length < line.length() && line.charAt(length) == c) {
      length++;
    }
    return length;
  }

  private static String withoutClosingHashes(String title) {
    int end = title.length();
    while (end > 0 && title.charAt(end - 1) == '#') {
      end--;
    }
    boolean closes = end == 0 || " \t".indexOf(title.charAt(end - 1)) >= 0;
    return closes ? title.substring(0, end).strip() : title;
  }
}
