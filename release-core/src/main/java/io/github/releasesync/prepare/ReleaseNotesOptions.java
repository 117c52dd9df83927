package io.github.releasesync.prepare;

import io.github.releasesync.next.NextRelease;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * Options of the text of a release.
 *
 * @param message the message of commit and tag, with {@code {version}}, {@code {group}} and {@code
 *     {tag}}
 * @param note a sentence for the changelog, in addition to the commits
 * @param notesFile a file of the repository for the release notes, relative to the root; if empty,
 *     they go to the output folder only
 * @param date the date of the release; if empty, today in UTC
 */
public record ReleaseNotesOptions(
    String message, Optional<String> note, Optional<Path> notesFile, Optional<LocalDate> date) {

  /**
   * The options of the user.
   *
   * @param message the message
   * @param note the sentence, or null
   * @param notesFile the path, or null
   * @param date the date as {@code YYYY-MM-DD}, or null
   * @return the options
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if the date is invalid, or the
   *     path leads out of the root
   */
  public static ReleaseNotesOptions of(String message, String note, String notesFile, String date) {
    Optional<Path> file = Optional.ofNullable(notesFile).map(Path::of).map(Path::normalize);
    if (file.filter(path -> path.isAbsolute() || path.startsWith("..")).isPresent()) {
      throw invalid("releaseNotesFile", notesFile, "write a path from the root");
    }
    file.ifPresent(path -> requireOutside(path, notesFile));
    return new ReleaseNotesOptions(
        message,
        Optional.ofNullable(note),
        file,
        Optional.ofNullable(date).map(ReleaseNotesOptions::day));
  }

  /**
   * The message of a release commit and of its tag. It names a follower that is released without
   * its group, because its group has the same numbers.
   *
   * @param release the release
   * @return the message, with a line end
   */
  public String messageOf(NextRelease release) {
    boolean named = message.contains("{group}") || message.contains("{tag}");
    String version = release.version().text();
    return message
            .replace("{version}", named ? version : release.name())
            .replace("{group}", release.group().name())
            .replace("{tag}", release.tag().orElse(""))
        + "\n";
  }

  /**
   * The beginning of the titles of release commits.
   *
   * @return the message up to the first placeholder
   */
  public String releaseTitle() {
    int brace = message.indexOf('{');
    return brace < 0 ? message : message.substring(0, brace);
  }

  /**
   * Refuses a path for the release notes that cannot be a file of the repository.
   *
   * @param root real path of the root
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if it is a folder, or leads
   *     into a folder of git or of release-sync, or out of the root
   */
  public void requireFile(Path root) {
    notesFile.ifPresent(
        file -> {
          if (Files.isDirectory(root.resolve(file))) {
            throw invalid("releaseNotesFile", file.toString(), "it is a folder: name a file");
          }
          Path folder = root.resolve(file);
          while (!Files.exists(folder)) {
            folder = folder.getParent();
          }
          Path real = real(folder, file);
          if (!real.startsWith(root)) {
            throw invalid("releaseNotesFile", file.toString(), "write a path from the root");
          }
          requireOutside(root.relativize(real), file.toString());
        });
  }

  private static Path real(Path existing, Path file) {
    try {
      return existing.toRealPath();
    } catch (IOException e) {
      throw invalid("releaseNotesFile", file.toString(), "write a path that can be read");
    }
  }

  private static void requireOutside(Path path, String given) {
    for (Path name : path) {
      String folder = name.toString().toLowerCase(Locale.ROOT);
      if (folder.equals(".git") || folder.equals(".release-sync")) {
        throw invalid("releaseNotesFile", given, "name a file outside of " + folder);
      }
    }
  }

  private static LocalDate day(String date) {
    try {
      return LocalDate.parse(date.strip());
    } catch (DateTimeParseException e) {
      throw invalid("date", date, "write YYYY-MM-DD");
    }
  }

  private static ReleaseException invalid(String parameter, String value, String help) {
    return ReleaseException.of(
        Code.CONFIGURATION_INVALID,
        Place.of("release-sync." + parameter),
        "`" + value + "` cannot be used",
        help);
  }
}
