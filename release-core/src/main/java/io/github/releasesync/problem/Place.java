package io.github.releasesync.problem;

/**
 * A position: a file, and a position in it where one is known.
 *
 * @param file path from the repository root, with {@code /}; {@code .} is the root itself
 * @param line 1-based line, 0 for the whole file
 * @param column 1-based column in code points, 0 for the whole line
 */
public record Place(String file, int line, int column) implements Comparable<Place> {

  /**
   * A whole file.
   *
   * @param file path from the repository root
   * @return the place without a position
   */
  public static Place of(String file) {
    return new Place(file, 0, 0);
  }

  /** As every record's, but linked when it is compiled: each check looks up many. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Place place
        && line == place.line
        && column == place.column
        && file.equals(place.file);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * file.hashCode() + line) + column;
  }

  @Override
  public int compareTo(Place other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** The form that editors and terminals make clickable: {@code file:line:column}. */
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
