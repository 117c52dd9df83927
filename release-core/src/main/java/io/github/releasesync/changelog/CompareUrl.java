package io.github.releasesync.changelog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The URL of a forge's comparison of two tags.
 *
 * @param before all up to the first tag, {@code /compare/} included
 * @param from the first tag
 * @param dots {@code ...} or {@code ..}
 * @param to the second tag, or {@code HEAD}
 * @param after a query, most often empty
 */
record CompareUrl(String before, String from, String dots, String to, String after) {

  private static final String COMPARE = "/compare/";
  private static final List<String> TAG_PAGES =
      List.of("/releases/tag/", "/-/releases/", "/-/tags/", "/-/tree/", "/tree/", "/src/tag/");

  /** Reads an address; empty if it is of another form. */
  static Optional<CompareUrl> read(String url) {
    int at = url.indexOf(COMPARE);
    if (at < 0) {
      return Optional.empty();
    }
    int begin = at + COMPARE.length();
    int end = begin;
    while (end < url.length() && "?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String tags = url.substring(begin, end);
    String dots = tags.contains("...") ? "..." : "..";
    int middle = tags.indexOf(dots);
    return middle <= 0
        ? Optional.empty()
        : Optional.of(
            new CompareUrl(
                url.substring(0, begin),
                tags.substring(0, middle),
                dots,
                tags.substring(middle + dots.length()),
                url.substring(end)));
  }

  /** The address beside that of a tag's page on the same forge. */
  static Optional<CompareUrl> besideTag(String url) {
    for (String page : TAG_PAGES) {
      int at = url.indexOf(page);
      if (at > 0) {
        String base = url.substring(0, at) + (page.startsWith("/-/") ? "/-" : "") + COMPARE;
        String tag = url.substring(at + page.length());
        return Optional.of(new CompareUrl(base, tag, "...", tag, ""));
      }
    }
    return Optional.empty();
  }

  /** The address on a forge that is known. */
  static Optional<CompareUrl> of(ChangelogRelease release) {
    return release
        .previousTag()
        .flatMap(
            previous -> inRepository(release).map(url -> url.between(previous, release.tag())));
  }

  /** The forge's form of addresses, with no tags that mean anything. */
  static Optional<CompareUrl> inRepository(ChangelogRelease release) {
    return release
        .repository()
        .flatMap(CompareUrl::base)
        .map(base -> new CompareUrl(base + COMPARE, "", "...", "", ""));
  }

  /** The page of a release's tag on a forge that is known. */
  static Optional<String> tagPage(ChangelogRelease release) {
    return release
        .repository()
        .flatMap(CompareUrl::base)
        .map(
            base ->
                base
                    + (base.endsWith("/-")
                        ? "/tags/"
                        : isForgejo(base) ? "/src/tag/" : "/releases/tag/")
                    + inUrl(release.tag()));
  }

  private static boolean isForgejo(String base) {
    return host(base).equals("codeberg.org") || host(base).contains("gitea");
  }

  private static Optional<String> base(String repository) {
    String url = repository.strip();
    while (url.endsWith("/")) {
      url = url.substring(0, url.length() - 1);
    }
    url = url.endsWith(".git") ? url.substring(0, url.length() - ".git".length()) : url;
    String host = host(url);
    if (host.contains("gitlab")) {
      return Optional.of(url + "/-");
    }
    boolean known = host.equals("github.com") || isForgejo(url) || host.contains("forgejo");
    return known ? Optional.of(url) : Optional.empty();
  }

  private static String host(String url) {
    int scheme = url.indexOf("://");
    boolean web = url.startsWith("https://") || url.startsWith("http://");
    int end = web ? url.indexOf('/', scheme + 3) : -1;
    return end < 0 ? "" : url.substring(scheme + 3, end).toLowerCase(Locale.ROOT);
  }

  CompareUrl between(String first, String second) {
    return new CompareUrl(before, inUrl(first), dots, inUrl(second), after);
  }

  CompareUrl since(String tag) {
    return new CompareUrl(before, inUrl(tag), dots, to, after);
  }

  /** Characters that a tag may contain and a URL may not. */
  private static String inUrl(String tag) {
    return tag.replace("%", "%25").replace("#", "%23").replace("(", "%28").replace(")", "%29");
  }

  @Override
  public String toString() {
    return before + from + dots + to + after;
  }
}
