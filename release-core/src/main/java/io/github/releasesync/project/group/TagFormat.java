package io.github.releasesync.project.group;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.VersionMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The format of a group's release tags: {@code v{version}}, {@code {group}-v{version}}, {@code
 * py-{version}}.
 *
 * @param text the format, with {@code {version}} exactly once, and {@code {group}} for the group's
 *     name
 */
public record TagFormat(String text) {

  private static final String VERSION = "{version}";
  private static final String GROUP = "{group}";

  /** The tag format of a repository with one publishable group and no tag. */
  public static final TagFormat OF_ONE_GROUP = new TagFormat("v" + VERSION);

  /** The same where there are several groups. */
  public static final TagFormat OF_SEVERAL_GROUPS = new TagFormat(GROUP + "-v" + VERSION);

  /**
   * Characters that git allows in no reference name (git-check-ref-format), besides control
   * characters.
   */
  private static final String REFUSED = " ~^:?*[\\";

  /**
   * A configured format.
   *
   * @param format the text of the format
   * @return the format
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if it has not exactly one
   *     {@code {version}}, has other braces, or git would refuse the tags
   */
  public static TagFormat of(String format) {
    String text = format.strip();
    if (text.indexOf(VERSION) < 0 || text.indexOf(VERSION) != text.lastIndexOf(VERSION)) {
      throw invalid(text, "it must contain {version} exactly once");
    }
    String filled = text.replace(VERSION, "1.2.0").replace(GROUP, "g");
    if (filled.indexOf('{') >= 0 || filled.indexOf('}') >= 0) {
      throw invalid(text, "in braces only {version} and {group} are known");
    }
    refusal(filled)
        .ifPresent(
            reason -> {
              throw invalid(text, "git allows no tag " + reason);
            });
    return new TagFormat(text);
  }

  /**
   * The format of tags that are a prefix and a version.
   *
   * @param prefix of a tag that exists
   * @return the format; empty if the prefix has braces
   */
  static Optional<TagFormat> ofPrefix(String prefix) {
    return prefix.indexOf('{') >= 0 || prefix.indexOf('}') >= 0
        ? Optional.empty()
        : Optional.of(new TagFormat(prefix + VERSION));
  }

  /**
   * The release that a tag of this format states.
   *
   * @param tag the tag's name
   * @param group the group that the format is of
   * @return its version, in whatever ecosystem's spelling it is written; empty if the tag is of
   *     another format, or states no portable version of at least two numbers
   */
  public Optional<ReleaseVersion> version(String tag, Group group) {
    return between(tag, before(group), after(group));
  }

  /** The tags of this format, in the same order, with the releases that they state. */
  List<GroupRelease> releases(List<ReachableTag> tags, Group group) {
    String before = before(group);
    String after = after(group);
    List<GroupRelease> releases = new ArrayList<>();
    for (ReachableTag tag : tags) {
      between(tag.name(), before, after)
          .ifPresent(version -> releases.add(new GroupRelease(tag, version)));
    }
    return List.copyOf(releases);
  }

  private static Optional<ReleaseVersion> between(String tag, String before, String after) {
    boolean fits =
        tag.length() > before.length() + after.length()
            && tag.startsWith(before)
            && tag.endsWith(after);
    return fits
        ? ReleaseTag.stated(tag.substring(before.length(), tag.length() - after.length()))
        : Optional.empty();
  }

  /**
   * The name of a release's tag.
   *
   * @param version the release version
   * @param group the group that is released
   * @return the name, with the version as the group's lead spells it; a post-release of Python
   *     alone ends with {@code .postN} under every lead
   */
  public String name(ReleaseVersion version, Group group) {
    String spelled = VersionMapping.spell(version, group.lead().ecosystem());
    String post = version.post().map(number -> ".post" + number).orElse("");
    String whole = spelled.endsWith(post) ? spelled : spelled + post;
    return before(group) + whole + after(group);
  }

  private String before(Group group) {
    return filled(text.substring(0, text.indexOf(VERSION)), group);
  }

  private String after(Group group) {
    return filled(text.substring(text.indexOf(VERSION) + VERSION.length()), group);
  }

  private static String filled(String part, Group group) {
    return part.replace(GROUP, inTags(group.name()));
  }

  /**
   * A group's name as tags have it: characters that git refuses in names become hyphens, such as
   * the colon of {@code org.example:engine}.
   */
  static String inTags(String group) {
    StringBuilder name = new StringBuilder();
    for (char c : group.toCharArray()) {
      boolean afterDot = c == '.' && (name.length() == 0 || name.charAt(name.length() - 1) == '.');
      boolean refused = isRefused(c) || c == '/' || c == '{' || c == '}' || afterDot;
      name.append(refused ? '-' : c);
    }
    boolean startsAsOption = name.length() > 0 && name.charAt(0) == '-';
    return startsAsOption ? "g" + name : name.toString();
  }

  /** Why git would refuse a tag's name: the rules of git-check-ref-format, and of git-tag. */
  private static Optional<String> refusal(String name) {
    if (name.startsWith("-")) {
      return Optional.of("that begins with a hyphen");
    }
    if (name.chars().anyMatch(c -> isRefused((char) c))) {
      return Optional.of("with blanks, control characters or one of ~ ^ : ? * [ \\");
    }
    if (name.contains("..") || name.contains("@{") || name.endsWith(".")) {
      return Optional.of("with `..`, with `@{`, or that ends with a dot");
    }
    for (String part : name.split("/", -1)) {
      if (part.isEmpty() || part.startsWith(".") || part.endsWith(".lock")) {
        return Optional.of("of which a part is empty, begins with a dot or ends with .lock");
      }
    }
    return Optional.empty();
  }

  private static boolean isRefused(char c) {
    return c < ' ' || c == 0x7f || REFUSED.indexOf(c) >= 0;
  }

  private static ReleaseException invalid(String format, String reason) {
    return ReleaseException.of(
        Code.CONFIGURATION_INVALID,
        Place.of("groups"),
        "`" + format + "` cannot name release tags: " + reason,
        "write for example <tagFormat>v{version}</tagFormat>");
  }

  @Override
  public String toString() {
    return text;
  }
}
