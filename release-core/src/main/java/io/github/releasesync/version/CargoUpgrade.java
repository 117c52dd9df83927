package io.github.releasesync.version;

import io.github.releasesync.version.Upgrade.Refused;
import io.github.releasesync.version.Upgrade.To;
import java.util.List;

/** Updates a crate's requirement on a dependency to another version, in place. */
final class CargoUpgrade {

  private CargoUpgrade() {}

  static Upgrade of(String text, SemVer version) {
    CargoRequirement written = CargoRequirement.parse(text);
    String instead = whole(version);
    if (version.refusedByCargo().isPresent()) {
      return new Refused(version.refusedByCargo().get(), instead);
    }
    String shown = "`" + InvalidVersionException.shown(written.toString()) + "`";
    if (text.indexOf('<') >= 0 || text.indexOf('>') >= 0) {
      return new Refused(shown + " is a comparison, so its replacement is ambiguous", instead);
    }
    String upgraded = replaced(text, version);
    return CargoRequirement.parse(upgraded).matches(version)
        ? new To(upgraded)
        : new Refused(shown + " does not match a pre-release such as " + instead, instead);
  }

  /** Replaces the text from a digit to the next comma or space: operators have no digits. */
  private static String replaced(String text, SemVer version) {
    StringBuilder result = new StringBuilder();
    Cursor in = new Cursor(text);
    while (!in.atEnd()) {
      int start = in.at();
      while (!in.atEnd() && !Digits.isDigit(in.next())) {
        in.moveTo(in.at() + 1);
      }
      result.append(in.since(start));
      int number = in.at();
      while (!in.atEnd() && in.next() != ',' && in.next() != ' ') {
        in.moveTo(in.at() + 1);
      }
      if (in.at() > number) {
        result.append(moved(in.since(number), version));
      }
    }
    return result.toString();
  }

  /** In as many numbers, save that a pre-release can only be named in full. */
  private static String moved(String written, SemVer version) {
    Cursor in = new Cursor(written);
    List<String> numbers = Digits.dotted(in);
    String rest = written.substring(in.at());
    String partial = String.join(".", version.core().subList(0, numbers.size()));
    if (rest.startsWith(".")) {
      return partial + rest;
    }
    if (numbers.size() < 3) {
      return version.isPreRelease() ? whole(version) : partial;
    }
    int build = written.indexOf('+');
    String precedence = build < 0 ? written : written.substring(0, build);
    return precedence.equals(whole(version)) ? written : whole(version);
  }

  /** Requirements ignore build metadata. */
  private static String whole(SemVer version) {
    String text = version.toString();
    int build = text.indexOf('+');
    return build < 0 ? text : text.substring(0, build);
  }
}
