package io.github.releasesync.changelog;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The form of a release in a changelog with a custom form: text with words in braces. Nothing in it
 * is run.
 *
 * <p>{@code {version} {date} {tag} {previousTag} {compareUrl} {unreleased}} are replaced by values;
 * {@code {#sections}...{/sections}} is repeated for each section, in it {@code {section}} and
 * {@code {#entries}...{/entries}}, in that {@code {text} {scope} {commit} {references} {breaking}}.
 * {@code {#scope}...{/scope}} is included only if the value is not empty, and likewise for each
 * value. Two opening braces are one brace.
 */
public final class ChangelogTemplate {

  private static final Set<String> VALUES =
      Set.of(
          "version",
          "date",
          "tag",
          "previousTag",
          "compareUrl",
          "unreleased",
          "section",
          "text",
          "scope",
          "commit",
          "references",
          "breaking");

  /** The repeated parts, each with its enclosing part. */
  private static final Map<String, String> LISTS = Map.of("sections", "", "entries", "sections");

  private static final Map<String, String> INSIDE =
      Map.of(
          "section", "sections",
          "text", "entries",
          "scope", "entries",
          "commit", "entries",
          "references", "entries",
          "breaking", "entries");

  /** A part of a template. */
  private sealed interface Part {}

  private record Literal(String text) implements Part {}

  private record Value(String name) implements Part {}

  private record Block(String name, List<Part> parts) implements Part {}

  private final List<Part> parts;
  private final Set<String> names;

  private ChangelogTemplate(List<Part> parts, Set<String> names) {
    this.parts = parts;
    this.names = names;
  }

  /**
   * Reads a template.
   *
   * @param text the file's text
   * @return the template
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if a placeholder is unknown or
   *     has no value at its position, or a part is not closed
   */
  public static ChangelogTemplate parse(SourceText text) {
    return new Reader(text).read();
  }

  /** Whether it has a place for a value. */
  boolean names(String name) {
    return names.contains(name);
  }

  /**
   * Writes a release.
   *
   * @param release the release
   * @param url where its changes can be seen, if that is known
   * @param unreleased the hand-written text, word for word
   * @param entries the other entries
   * @return the text, with {@code \n}
   */
  String render(
      ChangelogRelease release,
      Optional<String> url,
      String unreleased,
      List<ChangelogEntry> entries) {
    Map<String, String> values = new HashMap<>();
    values.put("version", release.version());
    values.put("date", release.date().toString());
    values.put("tag", release.tag());
    values.put("previousTag", release.previousTag().orElse(""));
    values.put("compareUrl", url.orElse(""));
    values.put("unreleased", unreleased.replace("\r\n", "\n"));
    Map<String, List<ChangelogEntry>> sections = new LinkedHashMap<>();
    entries.stream()
        .sorted(
            Comparator.<ChangelogEntry>comparingInt(e -> ChangeKind.rank(e.section()))
                .thenComparing(e -> !e.breaking()))
        .forEach(e -> sections.computeIfAbsent(e.section(), s -> new ArrayList<>()).add(e));
    StringBuilder out = new StringBuilder();
    render(parts, values, sections, List.of(), out);
    return out.toString();
  }

  private static void render(
      List<Part> parts,
      Map<String, String> values,
      Map<String, List<ChangelogEntry>> sections,
      List<ChangelogEntry> entries,
      StringBuilder out) {
    for (Part part : parts) {
      if (part instanceof Literal literal) {
        out.append(literal.text());
      } else if (part instanceof Value value) {
        out.append(values.getOrDefault(value.name(), ""));
      } else if (part instanceof Block block && block.name().equals("sections")) {
        sections.forEach(
            (name, own) ->
                render(block.parts(), with(values, Map.of("section", name)), sections, own, out));
      } else if (part instanceof Block block && block.name().equals("entries")) {
        entries.forEach(
            e -> render(block.parts(), with(values, valuesOf(e)), sections, entries, out));
      } else if (part instanceof Block block && !values.getOrDefault(block.name(), "").isEmpty()) {
        render(block.parts(), values, sections, entries, out);
      }
    }
  }

  private static Map<String, String> with(Map<String, String> values, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(values);
    all.putAll(more);
    return all;
  }

  private static Map<String, String> valuesOf(ChangelogEntry entry) {
    return Map.of(
        "text", MarkdownText.indented(ChangelogStyle.text(entry), 2, "\n"),
        "scope", entry.scope().orElse(""),
        "commit", entry.commit().orElse(""),
        "references", String.join(", ", entry.references().stream().sorted().toList()),
        "breaking", entry.breaking() ? "breaking" : "");
  }

  /** Reads a template from left to right. */
  private static final class Reader {

    private static final int DEEPEST = 8;

    private final SourceText text;
    private final String content;
    private final Set<String> names = new HashSet<>();
    private int at;

    Reader(SourceText text) {
      this.text = text;
      this.content = text.content();
    }

    ChangelogTemplate read() {
      List<Part> parts = parts(List.of());
      return new ChangelogTemplate(parts, Set.copyOf(names));
    }

    /** The parts up to the end of the block that is open. */
    private List<Part> parts(List<String> open) {
      List<Part> parts = new ArrayList<>();
      while (at < content.length()) {
        int brace = content.indexOf('{', at);
        int end = brace < 0 ? content.length() : brace;
        literal(parts, content.substring(at, end));
        at = end;
        if (brace < 0) {
          break;
        }
        if (content.startsWith("{{", at)) {
          literal(parts, "{");
          at += 2;
          continue;
        }
        String tag = tag();
        if (tag.startsWith("/")) {
          if (open.isEmpty() || !open.get(open.size() - 1).equals(tag.substring(1))) {
            throw invalid("`{" + tag + "}` closes no open part");
          }
          leave(tag);
          return parts;
        }
        part(parts, tag, open);
      }
      if (!open.isEmpty()) {
        throw invalid("`{#" + open.get(open.size() - 1) + "}` is not closed");
      }
      return parts;
    }

    private void part(List<Part> parts, String tag, List<String> open) {
      boolean block = tag.startsWith("#");
      String name = block ? tag.substring(1) : tag;
      boolean list = LISTS.containsKey(name);
      if (list != block && list || !list && !VALUES.contains(name)) {
        throw invalid("`{" + tag + "}` is not a placeholder of templates");
      }
      String inside = list ? LISTS.get(name) : INSIDE.getOrDefault(name, "");
      if (!inside.isEmpty() && !open.contains(inside) || list && open.contains(name)) {
        throw invalid("`{" + tag + "}` has no value here");
      }
      names.add(name);
      leave(tag);
      if (!block) {
        parts.add(new Value(name));
      } else if (open.size() < DEEPEST) {
        List<String> inner = new ArrayList<>(open);
        inner.add(name);
        parts.add(new Block(name, parts(inner)));
      } else {
        throw invalid("`{" + tag + "}` is nested too deeply");
      }
    }

    private static void literal(List<Part> parts, String literal) {
      if (!literal.isEmpty()) {
        parts.add(new Literal(literal.replace("\r\n", "\n")));
      }
    }

    private String tag() {
      int close = content.indexOf('}', at);
      int line = content.indexOf('\n', at);
      if (close < 0 || line >= 0 && line < close) {
        throw invalid("a brace is not closed");
      }
      return content.substring(at + 1, close);
    }

    /**
     * Goes behind a tag; one that opens or closes a part and is alone on its line produces no line.
     */
    private void leave(String tag) {
      int begin = at;
      at += tag.length() + 2;
      boolean value = !tag.startsWith("#") && !tag.startsWith("/");
      boolean lineBegins = begin == 0 || content.charAt(begin - 1) == '\n';
      if (value || !lineBegins) {
        return;
      }
      if (content.startsWith("\r\n", at)) {
        at += 2;
      } else if (content.startsWith("\n", at)) {
        at++;
      }
    }

    private ReleaseException invalid(String message) {
      return ReleaseException.of(
          Code.CONFIGURATION_INVALID,
          text.place(at),
          message,
          "write one of {version}, {date}, {tag}, {previousTag}, {compareUrl}, {unreleased},"
              + " {#sections}{section}{#entries}{text}{/entries}{/sections}; a brace is {{");
    }
  }
}
