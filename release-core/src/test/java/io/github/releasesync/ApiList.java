package io.github.releasesync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The list of the public API, as japicmp has it in the parent POM. */
public final class ApiList {

  private static final Path POM = Path.of("..", "pom.xml");
  private static final Pattern INCLUDE =
      Pattern.compile("<include>(io\\.github\\.releasesync[\\w.]*)</include>");

  private ApiList() {}

  /** Names of packages, without those below them, and of single types. */
  public static Set<String> read() {
    try {
      Set<String> names = new TreeSet<>();
      Matcher include = INCLUDE.matcher(Files.readString(POM));
      while (include.find()) {
        names.add(include.group(1));
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a type is of the API; the goals themselves are called by the front door alone. */
  public static boolean contains(Set<String> api, String type) {
    String outermost = type.replaceAll("\\$.*", "");
    String packageName = outermost.substring(0, outermost.lastIndexOf('.'));
    boolean goal = packageName.endsWith(".goal") && outermost.endsWith("Goal");
    return !goal && (api.contains(packageName) || api.contains(outermost));
  }
}
