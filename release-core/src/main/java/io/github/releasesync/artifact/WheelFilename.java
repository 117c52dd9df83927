package io.github.releasesync.artifact;

import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Pep440Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The parts of a wheel's file name: {@code distribution-version(-build)?-python-abi-platform.whl}.
 * See the packaging specification "Binary distribution format".
 *
 * @param distribution the distribution as written
 * @param version the version
 * @param build the build tag, which begins with a digit
 * @param python the python tags, lower case: {@code py3}, {@code cp311}
 * @param abi the ABI tags, lower case
 * @param platform the platform tags, lower case
 */
public record WheelFilename(
    String distribution,
    Pep440Version version,
    Optional<String> build,
    List<String> python,
    List<String> abi,
    List<String> platform) {

  private static final String SUFFIX = ".whl";
  private static final int LONGEST = 255;

  /**
   * Reads a file name.
   *
   * @param filename the name without folder
   * @return its parts
   * @throws ReleaseException with {@link Code#ARTIFACT_NAME_INVALID} if it is not a wheel's name
   */
  public static WheelFilename parse(String filename) {
    if (!filename.endsWith(SUFFIX) || filename.length() > LONGEST) {
      throw invalid(filename, "does not end with .whl, or is longer than 255 characters");
    }
    String[] parts = filename.substring(0, filename.length() - SUFFIX.length()).split("-", -1);
    if (parts.length != 5 && parts.length != 6) {
      throw invalid(filename, "has " + parts.length + " parts between hyphens, not 5 or 6");
    }
    if (!isDistribution(parts[0])) {
      throw invalid(filename, "has a distribution name with other characters than A-Z a-z 0-9 _ .");
    }
    Optional<String> build = parts.length == 6 ? Optional.of(parts[2]) : Optional.empty();
    if (build.isPresent() && !startsWithDigit(build.get())) {
      throw invalid(filename, "has a build tag that does not begin with a digit");
    }
    int tags = parts.length - 3;
    List<String> python = tags(filename, parts[tags]);
    if (python.stream().anyMatch(WheelFilename::startsWithDigit)) {
      throw invalid(filename, "has a python tag that begins with a digit");
    }
    return new WheelFilename(
        parts[0],
        version(filename, parts[1]),
        build,
        python,
        tags(filename, parts[tags + 1]),
        tags(filename, parts[tags + 2]));
  }

  /**
   * The project's name, normalised (PEP 503).
   *
   * @return the name, such as {@code barter-python}
   */
  public String project() {
    return ProjectName.normalize(distribution);
  }

  /**
   * All combinations of the tags, as in the file {@code WHEEL}.
   *
   * @return sorted tags such as {@code cp39-abi3-manylinux_2_17_x86_64}
   */
  public List<String> tags() {
    List<String> all = new ArrayList<>();
    for (String p : python) {
      for (String a : abi) {
        for (String s : platform) {
          all.add(p + "-" + a + "-" + s);
        }
      }
    }
    return all.stream().sorted().toList();
  }

  private static List<String> tags(String filename, String text) {
    List<String> tags = List.of(text.toLowerCase(Locale.ROOT).split("\\.", -1));
    for (String tag : tags) {
      boolean wellFormed =
          !tag.isEmpty() && tag.chars().allMatch(c -> isAsciiLetterOrDigit(c) || c == '_');
      if (!wellFormed) {
        throw invalid(filename, "has an empty or malformed tag");
      }
    }
    return tags;
  }

  /** Letters of any script are read, as other tools do; PyPI's rules are checked elsewhere. */
  private static boolean isDistribution(String text) {
    return !text.isEmpty()
        && !text.contains("__")
        && text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.');
  }

  private static boolean startsWithDigit(String text) {
    return !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
  }

  private static boolean isAsciiLetterOrDigit(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static Pep440Version version(String filename, String text) {
    try {
      return Pep440Version.parse(text);
    } catch (InvalidVersionException e) {
      throw invalid(filename, "has a version that is not PEP 440");
    }
  }

  private static ReleaseException invalid(String filename, String why) {
    return new Refusal(filename)
        .of(
            Code.ARTIFACT_NAME_INVALID,
            why,
            "a wheel is named NAME-VERSION-PYTHON-ABI-PLATFORM.whl; keep the name that the build gave");
  }
}
