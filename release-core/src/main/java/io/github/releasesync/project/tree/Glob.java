package io.github.releasesync.project.tree;

/**
 * A pattern over names or paths: {@code *} and {@code ?} stay within one part of a path, {@code **}
 * as a whole part matches any number of parts, {@code [abc]} and {@code [!a-z]} match one
 * character. This is what the {@code glob} crate takes, which Cargo uses for members.
 */
public final class Glob {

  private final String[] parts;

  /** Without a closing bracket each opening one would be searched for one to the end. */
  private final boolean hasClasses;

  private Glob(String[] parts, boolean hasClasses) {
    this.parts = parts;
    this.hasClasses = hasClasses;
  }

  /**
   * Understands a pattern; everything is one.
   *
   * @param pattern parts separated by {@code /}
   * @return the pattern
   */
  public static Glob of(String pattern) {
    return new Glob(pattern.split("/", -1), pattern.indexOf(']') >= 0);
  }

  /** Whether a pattern has any of the characters that make it more than a path. */
  public static boolean isPattern(String text) {
    return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
  }

  /**
   * Whether a path matches the pattern.
   *
   * @param path parts separated by {@code /}
   * @return true if the whole path fits
   */
  public boolean matches(String path) {
    return matches(path.split("/", -1));
  }

  /** Greedy with one point of return per {@code **}: no exponential search. */
  private boolean matches(String[] path) {
    int p = 0;
    int returnPart = -1;
    int returnTo = -1;
    int i = 0;
    while (i < path.length) {
      if (p < parts.length && parts[p].equals("**")) {
        returnPart = p++;
        returnTo = i;
      } else if (p < parts.length && partMatches(parts[p], path[i])) {
        p++;
        i++;
      } else if (returnPart >= 0) {
        p = returnPart + 1;
        i = ++returnTo;
      } else {
        return false;
      }
    }
    while (p < parts.length && parts[p].equals("**")) {
      p++;
    }
    return p == parts.length;
  }

  private boolean partMatches(String pattern, String text) {
    int p = 0;
    int returnStar = -1;
    int returnTo = -1;
    int i = 0;
    while (i < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        returnStar = p++;
        returnTo = i;
      } else if (p < pattern.length() && accepts(pattern, p, text.charAt(i))) {
        p = after(pattern, p);
        i++;
      } else if (returnStar >= 0) {
        p = returnStar + 1;
        i = ++returnTo;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  private boolean accepts(String pattern, int p, char c) {
    int close = classEnd(pattern, p);
    if (close < 0) {
      return pattern.charAt(p) == '?' || pattern.charAt(p) == c;
    }
    boolean negated = pattern.charAt(p + 1) == '!';
    boolean found = false;
    for (int i = p + (negated ? 2 : 1); i < close; i++) {
      if (i + 2 < close && pattern.charAt(i + 1) == '-') {
        found |= pattern.charAt(i) <= c && c <= pattern.charAt(i + 2);
        i += 2;
      } else {
        found |= pattern.charAt(i) == c;
      }
    }
    return found != negated;
  }

  private int after(String pattern, int p) {
    int close = classEnd(pattern, p);
    return close < 0 ? p + 1 : close + 1;
  }

  /** The index of the bracket that closes the class opened at p, or -1 where none is opened. */
  private int classEnd(String pattern, int p) {
    return hasClasses && pattern.charAt(p) == '[' ? pattern.indexOf(']', p + 2) : -1;
  }
}
