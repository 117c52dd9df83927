package io.github.releasesync.text;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The text of one file, without its byte order mark, and the positions in it. */
public final class SourceText {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String file;
  private final String content;
  private final boolean byteOrderMark;
  private final int[] lineStarts;

  /** Offsets of the second halves of surrogate pairs: two halves are one column. */
  private final int[] secondHalves;

  private SourceText(String file, String content, boolean byteOrderMark) {
    this.file = file;
    this.content = content;
    this.byteOrderMark = byteOrderMark;
    this.lineStarts = lineStarts(content);
    this.secondHalves = secondHalves(content);
  }

  /**
   * Text that is already decoded. A leading byte order mark is taken off and remembered.
   *
   * @param file path from the repository root
   * @param text the file's text
   * @return the text
   */
  public static SourceText of(String file, String text) {
    boolean mark = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return new SourceText(file, mark ? text.substring(1) : text, mark);
  }

  /**
   * Decodes the bytes of a file. TOML is UTF-8, and so are Maven and Python files by default.
   *
   * @param file path from the repository root
   * @param bytes the file's bytes
   * @return the text
   * @throws ReleaseException with {@link Code#FILE_UNREADABLE} at the first byte that is not UTF-8
   */
  public static SourceText decode(String file, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    SourceText text = of(file, out.flip().toString());
    if (result.isError()) {
      throw ReleaseException.of(
          Code.FILE_UNREADABLE,
          text.place(text.content.length()),
          String.format("byte 0x%02X is not UTF-8", bytes[in.position()]),
          "save the file as UTF-8");
    }
    return text;
  }

  /**
   * The file's path.
   *
   * @return path from the repository root, with {@code /}
   */
  public String file() {
    return file;
  }

  /**
   * The text, without byte order mark.
   *
   * @return the text, line ends as in the file
   */
  public String content() {
    return content;
  }

  /**
   * The file as it is on disk, byte order mark included.
   *
   * @return its bytes
   */
  public byte[] bytes() {
    String text = byteOrderMark ? BYTE_ORDER_MARK + content : content;
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Whether the file began with a byte order mark.
   *
   * @return true if one was taken off
   */
  public boolean hasByteOrderMark() {
    return byteOrderMark;
  }

  /**
   * The place of an offset. LF, CRLF and a lone CR end a line.
   *
   * @param offset index into {@link #content()}, from 0 to its length
   * @return line and column, both 1-based, the column in code points
   */
  public Place place(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new Place(file, line + 1, columns(lineStarts[line], offset) + 1);
  }

  /** The number of code points between two offsets. */
  private int columns(int from, int to) {
    return to - from - (secondHalvesBefore(to) - secondHalvesBefore(from));
  }

  private int secondHalvesBefore(int offset) {
    int found = Arrays.binarySearch(secondHalves, offset);
    return found >= 0 ? found : -found - 1;
  }

  /**
   * The offset of a position, the inverse of {@link #place}.
   *
   * @param line 1-based line
   * @param column 1-based column in code points
   * @return index into {@link #content()}, cut to its length
   */
  public int offset(int line, int column) {
    if (line > lineStarts.length) {
      return content.length();
    }
    int start = lineStarts[line - 1];
    int low = start;
    int high = content.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (columns(start, middle) < column - 1) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean insidePair = Arrays.binarySearch(secondHalves, low) >= 0;
    return insidePair ? low + 1 : low;
  }

  private static int[] secondHalves(String content) {
    IntStream.Builder halves = IntStream.builder();
    for (int i = 1; i < content.length(); i++) {
      if (Character.isSurrogatePair(content.charAt(i - 1), content.charAt(i))) {
        halves.add(i);
      }
    }
    return halves.build().toArray();
  }

  /**
   * The text with some values replaced. Everything else stays as it is, byte for byte.
   *
   * @param edits the replacements; duplicates are allowed
   * @return the new text; this one if nothing changes
   * @throws ReleaseException with {@link Code#VALUE_NOT_EDITABLE} if a place has another text, for
   *     example a value with escapes, or if two edits conflict
   */
  public SourceText edited(Collection<TextEdit> edits) {
    TreeMap<Integer, TextEdit> byOffset = new TreeMap<>();
    for (TextEdit edit : edits) {
      int at = offset(edit.place().line(), edit.place().column());
      if (!content.startsWith(edit.expected(), at)) {
        throw notEditable(edit, "is not written literally there", "write it without escapes");
      }
      TextEdit other = byOffset.put(at, edit);
      if (other != null && !other.equals(edit)) {
        throw notEditable(
            edit,
            "would have to become both `"
                + other.replacement()
                + "` and `"
                + edit.replacement()
                + "`",
            "let each package state its own version, or put them into one group");
      }
    }
    StringBuilder out = new StringBuilder(content.length());
    int done = 0;
    for (Map.Entry<Integer, TextEdit> edit : byOffset.entrySet()) {
      if (edit.getKey() < done) {
        throw notEditable(
            edit.getValue(), "is part of another value", "write the values separately");
      }
      out.append(content, done, edit.getKey()).append(edit.getValue().replacement());
      done = edit.getKey() + edit.getValue().expected().length();
    }
    String result = out.append(content, done, content.length()).toString();
    return result.equals(content) ? this : new SourceText(file, result, byteOrderMark);
  }

  private static ReleaseException notEditable(TextEdit edit, String why, String help) {
    return ReleaseException.of(
        Code.VALUE_NOT_EDITABLE, edit.place(), "`" + edit.expected() + "` " + why, help);
  }

  private static int[] lineStarts(String content) {
    IntStream.Builder starts = IntStream.builder();
    starts.add(0);
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      boolean crlf = c == '\r' && i + 1 < content.length() && content.charAt(i + 1) == '\n';
      if (c == '\n' || c == '\r' && !crlf) {
        starts.add(i + 1);
      }
    }
    return starts.build().toArray();
  }
}
