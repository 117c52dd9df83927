package io.github.releasesync.manifest.syntax;

import io.github.releasesync.problem.Place;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An INI file as Python's {@code configparser} reads it without interpolation: options end at
 * {@code =} or {@code :}, deeper indented lines continue a value, comments are on separate lines.
 */
public final class IniFile {

  /** A value that is being read: where it begins, and its lines so far. */
  private static final class Value {
    private int offset = -1;
    private final StringBuilder lines = new StringBuilder();
    private final Map<Integer, String> byOffset = new TreeMap<>();

    private void add(int lineOffset, String line) {
      if (offset < 0 && !line.isEmpty()) {
        offset = lineOffset;
      }
      if (!line.isEmpty()) {
        byOffset.put(lineOffset, line);
      }
      lines.append(line).append('\n');
    }
  }

  private final SourceText text;
  private final Map<String, Map<String, Value>> sections = new HashMap<>();
  private final Map<String, Integer> sectionOffsets = new HashMap<>();

  private Map<String, Value> section;
  private Value value;
  private int indent;

  private IniFile(SourceText text) {
    this.text = text;
  }

  public static IniFile parse(SourceText text) {
    IniFile ini = new IniFile(text);
    String content = text.content();
    int start = 0;
    while (start < content.length()) {
      int end = start;
      while (end < content.length() && content.charAt(end) != '\n' && content.charAt(end) != '\r') {
        end++;
      }
      ini.line(start, content.substring(start, end));
      start = end + 1;
    }
    return ini;
  }

  /** A value of one or more lines, trimmed; empty where there is none. */
  public Optional<Located<String>> value(String sectionName, String option) {
    return Optional.ofNullable(sections.get(sectionName))
        .map(options -> options.get(option))
        .filter(found -> found.offset >= 0)
        .map(found -> new Located<>(found.lines.toString().strip(), text.place(found.offset)));
  }

  /** The lines of a value that hold text, each trimmed and with its place. */
  public List<Located<String>> lines(String sectionName, String option) {
    Value found = sections.getOrDefault(sectionName, Map.of()).get(option);
    return found == null
        ? List.of()
        : found.byOffset.entrySet().stream()
            .map(line -> new Located<>(line.getValue(), text.place(line.getKey())))
            .toList();
  }

  /** The options of a section, in alphabetical order; none where it is not there. */
  public List<String> options(String sectionName) {
    return sections.getOrDefault(sectionName, Map.of()).keySet().stream().sorted().toList();
  }

  public Optional<Place> sectionPlace(String name) {
    return Optional.ofNullable(sectionOffsets.get(name)).map(text::place);
  }

  private void line(int start, String line) {
    String stripped = line.strip();
    if (stripped.isEmpty() || stripped.startsWith("#") || stripped.startsWith(";")) {
      return;
    }
    int offset = start + line.indexOf(stripped);
    int depth = offset - start;
    if (value != null && depth > indent) {
      value.add(offset, stripped);
      return;
    }
    indent = depth;
    int close = stripped.lastIndexOf(']');
    if (stripped.startsWith("[") && close > 1) {
      String name = stripped.substring(1, close);
      section = sections.computeIfAbsent(name, key -> new HashMap<>());
      sectionOffsets.putIfAbsent(name, offset);
      value = null;
    } else {
      option(offset, stripped);
    }
  }

  private void option(int offset, String line) {
    if (section == null) {
      throw InvalidManifest.syntax(text, text.place(offset), "a line before the first `[section]`");
    }
    int end = 0;
    while (end < line.length() && line.charAt(end) != '=' && line.charAt(end) != ':') {
      end++;
    }
    if (end == line.length()) {
      throw InvalidManifest.syntax(
          text, text.place(offset), "neither `[section]` nor `option = value`");
    }
    String name = line.substring(0, end).strip().toLowerCase(Locale.ROOT);
    value = new Value();
    if (section.put(name, value) != null) {
      throw InvalidManifest.at(
          text.place(offset), "duplicate key `" + name + "`", "keep one of the two");
    }
    String rest = line.substring(end + 1);
    String first = rest.strip();
    value.add(offset + end + 1 + rest.indexOf(first), first);
  }
}
