package io.github.releasesync.copies;

import io.github.releasesync.text.Located;
import io.github.releasesync.version.Ecosystem;
import java.util.Optional;

/**
 * A version in a file that is not a manifest. To bring it up to date, replace its value by {@link
 * #written} of the spelling of its ecosystem.
 *
 * @param version the text as it stands there, without quotes and without a leading {@code v}
 * @param ecosystem the ecosystem of the spelling; by default PyPI's if the version has that
 *     spelling, else the first package's
 * @param beside the package whose name is next to it; empty where only the kind of the file, or a
 *     pattern, says that it is one
 * @param isOfBadge whether it is in the address of a badge, where {@link BadgeText} escapes it
 */
public record VersionCopy(
    Located<String> version, Ecosystem ecosystem, Optional<PackageName> beside, boolean isOfBadge) {

  /**
   * A version that stands there as it is.
   *
   * @param version the text
   * @param ecosystem the ecosystem of the spelling
   * @param beside the package whose name is next to it
   */
  public VersionCopy(Located<String> version, Ecosystem ecosystem, Optional<PackageName> beside) {
    this(version, ecosystem, beside, false);
  }

  /**
   * The version that it states.
   *
   * @return its text as a reader sees it
   */
  public String stated() {
    return isOfBadge ? BadgeText.read(version.value()) : version.value();
  }

  /**
   * Another version in its place.
   *
   * @param text the text as a reader shall see it
   * @return the text to write there
   */
  public String written(String text) {
    return isOfBadge ? BadgeText.write(text) : text;
  }
}
