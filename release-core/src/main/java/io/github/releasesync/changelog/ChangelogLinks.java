package io.github.releasesync.changelog;

import io.github.releasesync.changelog.ChangelogHeading.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The addresses of releases in a changelog, and the ones that a new release gets after them. */
final class ChangelogLinks {

  private static final String UNRELEASED = "unreleased";

  private final Changelog changelog;
  private final ChangelogRelease release;
  private final List<ChangelogHeading> older;

  /**
   * The links of a changelog.
   *
   * @param older the headings of the releases below the new one
   */
  ChangelogLinks(Changelog changelog, ChangelogRelease release, List<ChangelogHeading> older) {
    this.changelog = changelog;
    this.release = release;
    this.older = older;
  }

  Optional<ChangelogLink> unreleased() {
    return changelog.link(UNRELEASED);
  }

  /** The link reference of a release, by its heading. */
  Optional<ChangelogLink> of(ChangelogHeading heading) {
    return heading.version().flatMap(v -> changelog.link(v).or(() -> changelog.link("v" + v)));
  }

  /** Where the new release can be seen, in the form of the file's other addresses. */
  Optional<String> url() {
    Optional<CompareUrl> form = compareForm();
    Optional<String> previous = release.previousTag().or(this::lastCompared);
    Optional<String> tagPage = tagPage();
    if (previous.isPresent() && form.isPresent()) {
      return form.map(url -> whole(url.between(previous.get(), release.tag())));
    }
    return tagPage;
  }

  /** The address of a comparison from this release on, after one from the release before. */
  Optional<String> sinceRelease(String url) {
    return CompareUrl.read(url).map(compared -> compared.since(release.tag()).toString());
  }

  /** The first link of a changelog for its unreleased section. */
  Optional<String> firstUnreleased() {
    return CompareUrl.inRepository(release)
        .map(url -> url.between(release.tag(), "HEAD").toString());
  }

  /** A comparison of two releases ends without the query that one with a branch may have. */
  private static String whole(CompareUrl url) {
    return url.before() + url.from() + url.dots() + url.to();
  }

  private Optional<CompareUrl> compareForm() {
    Optional<CompareUrl> known =
        Stream.concat(releaseUrls(), unreleasedUrls())
            .flatMap(url -> CompareUrl.read(url).stream())
            .findFirst();
    boolean single = older.size() == 1;
    return known
        .or(
            () ->
                single
                    ? releaseUrls().flatMap(url -> CompareUrl.besideTag(url).stream()).findFirst()
                    : Optional.empty())
        .or(() -> older.isEmpty() ? CompareUrl.inRepository(release) : Optional.empty());
  }

  private Optional<String> lastCompared() {
    return unreleasedUrls()
        .flatMap(url -> CompareUrl.read(url).stream())
        .map(CompareUrl::from)
        .findFirst();
  }

  /** The page of the tag, after that of the newest release; of the first one, on a known forge. */
  private Optional<String> tagPage() {
    if (older.isEmpty()) {
      return CompareUrl.tagPage(release);
    }
    String version = older.get(0).version().orElse("");
    return releaseUrls()
        .findFirst()
        .filter(url -> CompareUrl.read(url).isEmpty())
        .filter(url -> url.contains(version))
        .map(
            url -> {
              int at = url.lastIndexOf(version);
              return url.substring(0, at)
                  + release.version()
                  + url.substring(at + version.length());
            });
  }

  /** The addresses of the releases below, the newest first. */
  private Stream<String> releaseUrls() {
    return older.stream().flatMap(heading -> urlOf(heading).stream());
  }

  private Stream<String> unreleasedUrls() {
    return Stream.concat(
        changelog.headings().stream()
            .filter(heading -> heading.kind() == Kind.UNRELEASED)
            .flatMap(heading -> new HeadingStyle(content(), heading).url().stream()),
        unreleased().map(ChangelogLink::url).stream());
  }

  private Optional<String> urlOf(ChangelogHeading heading) {
    return new HeadingStyle(content(), heading).url().or(() -> of(heading).map(ChangelogLink::url));
  }

  private String content() {
    return changelog.text().content();
  }

  /** Whether a link reference names a version or the unreleased section. */
  static boolean isOfRelease(ChangelogLink link, String version) {
    String label = link.label();
    return label.equalsIgnoreCase(UNRELEASED)
        || label.equalsIgnoreCase(version)
        || label.equalsIgnoreCase("v" + version);
  }
}
