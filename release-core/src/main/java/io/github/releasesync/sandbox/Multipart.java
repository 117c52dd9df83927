package io.github.releasesync.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code multipart/form-data} (RFC 7578) as it arrives; the file goes to the disk. */
final class Multipart {

  private static final int MAX_HEADERS = 16 << 10;
  private static final int MAX_FIELDS = 16 << 20;
  private static final int MAX_BOUNDARY = 70;
  private static final long MAX_FILE = 200L << 20;

  /** Reads the part between two boundaries. */
  private interface Sink {
    void write(byte[] bytes, int length) throws IOException;
  }

  private final InputStream in;
  private final byte[] delimiter;
  private final Path target;
  private final byte[] buffer = new byte[1 << 16];
  private final byte[] out = new byte[1 << 16];
  private int at;
  private int end;
  private int fieldBytes;

  private Multipart(InputStream in, String boundary, Path target) {
    this.in = in;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    this.target = target;
  }

  /**
   * Reads a form.
   *
   * @param target where the bytes of the file go
   * @throws Refusal with 400 or 413 if it is not such a form, or too large
   */
  static UploadedForm read(SandboxCall call, Path target) throws IOException {
    String type = call.header("Content-Type").orElse("");
    if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      throw malformed("not multipart/form-data");
    }
    String boundary = parameter(type, "boundary").orElse("");
    if (boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
      throw malformed("the boundary is missing or too long");
    }
    return new Multipart(call.body(), boundary, target).form();
  }

  private UploadedForm form() throws IOException {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    Optional<UploadedForm.FilePart> file = Optional.empty();
    // The first boundary may be at the very beginning, without a line end before it.
    copy(2, (bytes, length) -> {});
    while (isPart()) {
      Map<String, String> headers = headers();
      String disposition = headers.getOrDefault("content-disposition", "");
      String name =
          parameter(disposition, "name").orElseThrow(() -> malformed("a part has no name"));
      if (name.equals("content")) {
        String filename = parameter(disposition, "filename").orElse("");
        file = Optional.of(file(filename, Optional.ofNullable(headers.get("content-type"))));
      } else {
        String value = field();
        if (!value.isEmpty() && !value.strip().equals("UNKNOWN")) {
          fields.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        }
      }
    }
    return new UploadedForm(fields, file);
  }

  private UploadedForm.FilePart file(String filename, Optional<String> type) throws IOException {
    MessageDigest sha256 = Digests.sha256();
    MessageDigest md5 = Digests.md5();
    Blake2b blake2 = new Blake2b();
    long[] size = new long[1];
    try (OutputStream file = Files.newOutputStream(target)) {
      copy(
          0,
          (bytes, length) -> {
            size[0] += length;
            if (size[0] > MAX_FILE) {
              throw new Refusal(413, "Request entity too large");
            }
            sha256.update(bytes, 0, length);
            md5.update(bytes, 0, length);
            blake2.update(bytes, 0, length);
            file.write(bytes, 0, length);
          });
    }
    HexFormat hex = HexFormat.of();
    return new UploadedForm.FilePart(
        filename,
        type,
        size[0],
        hex.formatHex(sha256.digest()),
        hex.formatHex(md5.digest()),
        blake2.hex());
  }

  private String field() throws IOException {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    copy(
        0,
        (bytes, length) -> {
          fieldBytes += length;
          if (fieldBytes > MAX_FIELDS) {
            throw new Refusal(413, "Request entity too large");
          }
          value.write(bytes, 0, length);
        });
    return value.toString(StandardCharsets.UTF_8);
  }

  /**
   * Copies up to the next delimiter and reads over it. A CR can only be a delimiter's first byte,
   * so what matched in vain needs no second look.
   *
   * @param alreadyMatched how many bytes of the delimiter count as read
   */
  private void copy(int alreadyMatched, Sink sink) throws IOException {
    int matched = alreadyMatched;
    int filled = 0;
    while (matched < delimiter.length) {
      int b = next();
      if (b == (delimiter[matched] & 0xff)) {
        matched++;
        continue;
      }
      if (filled + matched + 1 > out.length) {
        sink.write(out, filled);
        filled = 0;
      }
      System.arraycopy(delimiter, 0, out, filled, matched);
      filled += matched;
      matched = b == '\r' ? 1 : 0;
      if (matched == 0) {
        out[filled++] = (byte) b;
        filled += copyUpToLineEnd(filled);
      }
    }
    sink.write(out, filled);
  }

  /** Takes what is in the buffer and can begin no delimiter, all at once; answers how much. */
  private int copyUpToLineEnd(int filled) {
    int limit = Math.min(end, at + out.length - filled);
    int from = at;
    while (at < limit && buffer[at] != '\r') {
      at++;
    }
    System.arraycopy(buffer, from, out, filled, at - from);
    return at - from;
  }

  /** After a delimiter: a part follows a line end, the end of all follows two dashes. */
  private boolean isPart() throws IOException {
    int first = next();
    int second = next();
    if (first == '-' && second == '-') {
      return false;
    }
    if (first != '\r' || second != '\n') {
      throw malformed("something follows a boundary");
    }
    return true;
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int read = 0; read < MAX_HEADERS; read++) {
      int b = next();
      if (b != '\n') {
        line.write(b);
        continue;
      }
      String text = line.toString(StandardCharsets.UTF_8).strip();
      if (text.isEmpty()) {
        return headers;
      }
      int colon = text.indexOf(':');
      if (colon > 0) {
        headers.put(
            text.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            text.substring(colon + 1).strip());
      }
      line.reset();
    }
    throw malformed("the headers of a part are too long");
  }

  private int next() throws IOException {
    if (at == end) {
      end = in.read(buffer, 0, buffer.length);
      at = 0;
      if (end <= 0) {
        end = 0;
        throw malformed("it is cut off");
      }
    }
    return buffer[at++] & 0xff;
  }

  /** A parameter of a header, quoted or not. */
  private static Optional<String> parameter(String header, String name) {
    int from = header.indexOf(';');
    while (from >= 0) {
      int equals = header.indexOf('=', from);
      if (equals < 0) {
        return Optional.empty();
      }
      String key = header.substring(from + 1, equals).strip().toLowerCase(Locale.ROOT);
      StringBuilder value = new StringBuilder();
      from = value(header, equals + 1, value);
      if (key.equals(name)) {
        return Optional.of(value.toString().strip());
      }
    }
    return Optional.empty();
  }

  /** Reads a value; returns the offset of the next semicolon, or -1. */
  private static int value(String header, int from, StringBuilder value) {
    boolean quoted = false;
    for (int i = from; i < header.length(); i++) {
      char c = header.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ';' && !quoted) {
        return i;
      } else if (c == '\\' && quoted && i + 1 < header.length()) {
        i++;
        value.append(header.charAt(i));
      } else {
        value.append(c);
      }
    }
    return -1;
  }

  private static Refusal malformed(String detail) {
    return new Refusal(400, "The form is malformed: " + detail + ".");
  }
}
