package io.github.releasesync.report;

import io.github.releasesync.check.Assessment;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.VersionSource;
import io.github.releasesync.text.Printable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result of a check as Markdown, for the summary of a CI job. */
public final class CheckMarkdown {

  private static final int MOST_FINDINGS = 100;
  private static final int MOST_MEMBERS = 200;
  private static final int LONGEST_CELL = 300;

  /** Bytes reserved for the lines that count omitted rows. */
  private static final int RESERVE = 200;

  private final StringBuilder text = new StringBuilder();
  private int left;

  private CheckMarkdown(int most) {
    this.left = most - RESERVE;
  }

  /**
   * Writes an assessment.
   *
   * @param assessment the groups and findings
   * @param lastLine the last line of the text
   * @param most the longest result in bytes of UTF-8; rows that do not fit are counted
   * @param wording the notation of commands
   * @return Markdown with HTML, ending with an empty line; empty if nothing fits
   */
  public static String write(Assessment assessment, String lastLine, int most, Wording wording) {
    CheckMarkdown markdown = new CheckMarkdown(most);
    String verdict = assessment.verdict().word().replace('-', ' ');
    if (!markdown.add("### release-sync: " + verdict + "\n\n" + plain(lastLine) + "\n\n")) {
      return "";
    }
    markdown.table("group|package|version|place", members(assessment), MOST_MEMBERS);
    markdown.table("|code|place|finding|what to do", findings(assessment, wording), MOST_FINDINGS);
    return markdown.text.toString();
  }

  private static List<String> members(Assessment assessment) {
    List<String> rows = new ArrayList<>();
    for (Group group : assessment.groups()) {
      for (Package member : group.members()) {
        rows.add(
            row(
                code(group.name()),
                code(member.id()),
                member.version().map(CheckMarkdown::code).orElse(unstated(member)),
                code(member.place().toString())));
      }
    }
    return rows;
  }

  private static String unstated(Package member) {
    return member.source() == VersionSource.GIT ? GroupTable.unstated(member.source()) : "";
  }

  private static List<String> findings(Assessment assessment, Wording wording) {
    List<String> rows = new ArrayList<>();
    for (Problem finding : assessment.findings()) {
      rows.add(
          row(
              finding.severity().word(),
              finding.code().id(),
              code(finding.place().toString()),
              plain(finding.message()),
              plain(wording.text(finding.help()))));
    }
    return rows;
  }

  private void table(String heads, List<String> rows, int most) {
    if (rows.isEmpty()) {
      return;
    }
    String head = "| " + heads.replace("|", " | ") + " |\n";
    String rule = head.replaceAll("[^|\n]+", "---");
    int shown = 0;
    if (add(head + rule)) {
      while (shown < Math.min(most, rows.size()) && add(rows.get(shown))) {
        shown++;
      }
    }
    text.append('\n');
    if (shown < rows.size()) {
      text.append("and ").append(rows.size() - shown).append(" more\n\n");
    }
  }

  private boolean add(String part) {
    int length = part.getBytes(StandardCharsets.UTF_8).length;
    if (length > left) {
      left = 0;
      return false;
    }
    left -= length;
    text.append(part);
    return true;
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /** A value as code, so that it cannot become a link, a mention or an emoji. */
  private static String code(String value) {
    return "<code>" + plain(value) + "</code>";
  }

  /** Text with every special character of Markdown and HTML escaped as its number. */
  private static String plain(String value) {
    StringBuilder plain = new StringBuilder();
    Printable.of(Shortened.to(LONGEST_CELL, value))
        .codePoints()
        .forEach(
            c -> {
              if (c > 127 || Character.isLetterOrDigit(c) || " .,;/()-=+".indexOf(c) >= 0) {
                plain.appendCodePoint(c);
              } else {
                plain.append("&#").append(c).append(';');
              }
            });
    return withoutLinks(plain.toString());
  }

  /** Text in which GitHub finds no links: it turns words that begin with www. into links. */
  private static String withoutLinks(String text) {
    StringBuilder plain = new StringBuilder(text);
    int at = text.toLowerCase(Locale.ROOT).lastIndexOf("www.");
    while (at >= 0) {
      plain.replace(at + 3, at + 4, "&#46;");
      at = at == 0 ? -1 : text.toLowerCase(Locale.ROOT).lastIndexOf("www.", at - 1);
    }
    return plain.toString();
  }
}
