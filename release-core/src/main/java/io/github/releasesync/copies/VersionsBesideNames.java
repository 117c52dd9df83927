package io.github.releasesync.copies;

import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.text.Ascii;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.version.Ecosystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Versions right after the name of a package, read backwards from each version: {@code engine =
 * "1.2.0"}, {@code engine==1.2.0}, {@code engine = { version = "1.2.0" }}, {@code engine --version
 * 1.2.0}, {@code engine-1.2.0}, {@code engine/1.2.0}, {@code engine@1.2.0}, {@code
 * org.example:engine:1.2.0}, {@code <artifactId>engine</artifactId><version>1.2.0</version>}, and
 * badges such as {@code badge/version-1.2.0-blue}.
 *
 * <p>A lower bound ({@code >=}, {@code ^}, {@code ~}) is no copy: it may stay behind on purpose.
 */
final class VersionsBesideNames {

  private static final int LONGEST_LINE = 10_000;

  /** The length of the context around a version. */
  private static final int NEAR = 400;

  /** Longer than any name that a registry takes. */
  private static final int LONGEST_NAME = 255;

  private static final String ARTIFACT = "<artifactId>";

  /** Words before a name that make it a statement about the past. */
  private static final Set<String> HISTORIC =
      Set.of("since", "until", "before", "after", "in", "was", "deprecated", "added", "removed");

  private final SourceText text;
  private final String content;
  private final PackageNames names;
  private final List<VersionCopy> found = new ArrayList<>();

  /** The beginning of the current line. */
  private int line;

  /** Where to read backwards from: the text before it is not checked yet. */
  private int at;

  private VersionToken version;
  private boolean inBadge;

  VersionsBesideNames(SourceText text, PackageNames names) {
    this.text = text;
    this.content = text.content();
    this.names = names;
  }

  List<VersionCopy> find() {
    while (line < content.length()) {
      int end = content.indexOf('\n', line);
      int next = end < 0 ? content.length() : end + 1;
      if (next - line <= LONGEST_LINE) {
        findInLine(next);
      }
      line = next;
    }
    return found;
  }

  private void findInLine(int end) {
    int i = line;
    while (i < end) {
      Optional<VersionToken> token = VersionToken.at(content, i);
      if (token.isPresent()) {
        version = token.get();
        beside();
      }
      i = token.map(VersionToken::end).orElse(i + 1);
    }
  }

  private void beside() {
    inBadge = false;
    at = version.start();
    if (peek() == 'v' || peek() == 'V') {
      at--;
    }
    int start = at;
    boolean exact = version.standsAlone(content);
    Optional<VersionCopy> copy = exact && version.numbers() > 1 ? inPom() : Optional.empty();
    if (copy.isEmpty() && exact) {
      at = start;
      copy = assigned();
    }
    if (copy.isEmpty() && version.numbers() > 2) {
      at = start;
      copy = joined();
    }
    copy.filter(c -> !isHistoric()).ifPresent(found::add);
  }

  /** {@code <version>}, with an artifactId before it in the same element. */
  private Optional<VersionCopy> inPom() {
    skipBlanks();
    if (peek() != '>' || !content.startsWith("<version>", at - 9)) {
      return Optional.empty();
    }
    String before = content.substring(Math.max(0, at - NEAR), at);
    int artifact = before.lastIndexOf(ARTIFACT);
    int close = before.indexOf("</artifactId>", artifact);
    String between = close < 0 ? "" : before.substring(close + 13);
    boolean sameElement =
        !between.contains("</dependency>")
            && !between.contains("</plugin>")
            && !between.contains("</parent>");
    if (artifact < 0 || close < 0 || !sameElement) {
      return Optional.empty();
    }
    String artifactId = before.substring(artifact + ARTIFACT.length(), close).strip();
    Optional<String> groupId = groupIdBefore(before.substring(0, artifact));
    at = Math.max(0, at - NEAR) + artifact;
    Optional<PackageName> named =
        groupId.isPresent()
            ? names.artifact(groupId.get(), artifactId)
            : names.only(artifactId, Ecosystem.MAVEN);
    return named.map(p -> copy(p, Ecosystem.MAVEN));
  }

  private static Optional<String> groupIdBefore(String before) {
    int open = before.lastIndexOf("<groupId>");
    int close = before.indexOf("</groupId>", Math.max(0, open));
    return open < 0 || close < 0 || !before.substring(close + 10).isBlank()
        ? Optional.empty()
        : Optional.of(before.substring(open + 9, close).strip());
  }

  /** A name, then {@code =}, {@code ==}, {@code :} or {@code --version}, then the version. */
  private Optional<VersionCopy> assigned() {
    int start = at;
    boolean equals = peek() == '=';
    boolean quoted = isQuote(peekBefore(equals ? 1 : 0));
    if (quoted) {
      at -= equals ? 2 : 1;
      if (VersionToken.charAt(content, version.end()) != content.charAt(at)) {
        return Optional.empty();
      }
    }
    skipBlanks();
    if (skip("===") || skip("==")) {
      return pinned();
    }
    boolean spaced = at < start;
    if (skip("--version") || skip("--vers") || skip("--version=")) {
      skipBlanks();
      return name().flatMap(n -> named(n, Optional.of(Ecosystem.CARGO)));
    }
    if (skip("=") && "<>!~^=".indexOf(peek()) < 0) {
      return valueOf(quoted);
    }
    return spaced && skip(":") ? key().flatMap(this::mapped) : Optional.empty();
  }

  /** YAML and JSON; programs that read versions from JSON expect SemVer, like Cargo. */
  private Optional<VersionCopy> mapped(String key) {
    boolean json = text.file().endsWith(".json");
    return named(key, Optional.empty())
        .map(c -> json ? new VersionCopy(c.version(), Ecosystem.CARGO, c.beside()) : c);
  }

  /** PEP 508: {@code name[extra]==}. */
  private Optional<VersionCopy> pinned() {
    skipBlanks();
    if (peek() == ']') {
      at = lastBefore('[');
      skipBlanks();
    }
    return name().flatMap(n -> names.only(n, Ecosystem.PYPI)).map(p -> copy(p, Ecosystem.PYPI));
  }

  /** TOML, with the value possibly in an inline table, and {@code name=1.2.0} of conda. */
  private Optional<VersionCopy> valueOf(boolean quoted) {
    Optional<String> key = key();
    boolean inTable = key.filter(k -> k.equals("version") || k.equals("tag")).isPresent();
    if (inTable && quoted) {
      at = lastBefore('{');
      skipBlanks();
      key = skip("=") ? key() : Optional.empty();
    }
    Ecosystem usual = quoted ? Ecosystem.CARGO : Ecosystem.PYPI;
    return version.numbers() < 3
        ? Optional.empty()
        : key.flatMap(k -> names.preferring(k, usual)).map(p -> copy(p, p.ecosystem()));
  }

  /** A name and one character: file names, addresses, coordinates, badges. */
  private Optional<VersionCopy> joined() {
    char separator = peek();
    if ("-_/@:".indexOf(separator) < 0) {
      return Optional.empty();
    }
    at--;
    Optional<String> name = name();
    if (separator == ':' && peek() == ':') {
      at--;
      Optional<String> groupId = name();
      return groupId
          .flatMap(g -> name.flatMap(n -> names.artifact(g, n)))
          .map(p -> copy(p, Ecosystem.MAVEN));
    }
    boolean badge = separator == '-' && content.startsWith("badge/", at - 6);
    inBadge = badge;
    version = badge ? BadgeText.at(content, version) : version;
    Optional<VersionCopy> labelled = badge ? name.flatMap(this::badge) : Optional.empty();
    return labelled.or(() -> name.flatMap(n -> named(n, addressed())));
  }

  /** The badges of shields.io whose label states the kind of version. */
  private Optional<VersionCopy> badge(String label) {
    Optional<Ecosystem> ecosystem =
        switch (ProjectName.normalize(label)) {
          case "version", "release", "latest" -> Optional.of(untold(names.lead()));
          case "crates-io", "crate", "crates" -> Optional.of(Ecosystem.CARGO);
          case "pypi", "pypi-package" -> Optional.of(Ecosystem.PYPI);
          case "maven", "maven-central" -> Optional.of(Ecosystem.MAVEN);
          default -> Optional.empty();
        };
    return ecosystem
        .filter(e -> names.any(e).isPresent())
        .map(e -> new VersionCopy(located(), e, Optional.empty(), inBadge));
  }

  /** The package of a name; where an ecosystem is given, of no other if it has to be that one. */
  private Optional<VersionCopy> named(String name, Optional<Ecosystem> ecosystem) {
    if (version.numbers() < 3) {
      return Optional.empty();
    }
    return ecosystem.isPresent()
        ? names.only(name, ecosystem.get()).map(p -> copy(p, p.ecosystem()))
        : names.any(name).map(p -> copy(p, untold(p)));
  }

  /** The spelling if only the version and the package indicate it. */
  private Ecosystem untold(PackageName p) {
    String stated = version.in(content);
    return VersionToken.spelling(inBadge ? BadgeText.read(stated) : stated, p.ecosystem());
  }

  /** The ecosystem that a URL or a file name indicates. */
  private Optional<Ecosystem> addressed() {
    int space = at;
    while (space > line && at - space < NEAR && content.charAt(space - 1) > ' ') {
      space--;
    }
    String before = content.substring(space, at);
    if (content.startsWith(".whl", wordEnd() - 4) || before.contains("pypi")) {
      return Optional.of(Ecosystem.PYPI);
    }
    boolean crate = before.contains("crates.io/") || before.contains("docs.rs/");
    if (crate || before.endsWith("pkg:cargo/")) {
      return Optional.of(Ecosystem.CARGO);
    }
    return before.contains("maven") ? Optional.of(Ecosystem.MAVEN) : Optional.empty();
  }

  /** Where the file name ends that the version is part of. */
  private int wordEnd() {
    int end = version.end();
    while (end - version.end() < NEAR
        && (Ascii.isLetterOrDigit(VersionToken.charAt(content, end))
            || "-_.".indexOf(VersionToken.charAt(content, end)) >= 0)) {
      end++;
    }
    return end;
  }

  private boolean isHistoric() {
    int floor = Math.max(line, at - NEAR);
    while (at > floor && !Ascii.isLetterOrDigit(peek())) {
      at--;
    }
    int end = at;
    while (at > floor && Ascii.isLetter(peek())) {
      at--;
    }
    return HISTORIC.contains(content.substring(at, end).toLowerCase(Locale.ROOT));
  }

  private VersionCopy copy(PackageName beside, Ecosystem ecosystem) {
    return new VersionCopy(located(), ecosystem, Optional.of(beside), inBadge);
  }

  private Located<String> located() {
    return new Located<>(version.in(content), text.place(version.start()));
  }

  /** The name of a key, quoted or not, that ends before here. */
  private Optional<String> key() {
    skipBlanks();
    char quote = peek();
    if (!isQuote(quote)) {
      return name();
    }
    at--;
    return name();
  }

  /** The name that ends here. */
  private Optional<String> name() {
    int end = at;
    while (at > line && end - at <= LONGEST_NAME && isNameCharacter(peek())) {
      at--;
    }
    return at < end && end - at <= LONGEST_NAME
        ? Optional.of(content.substring(at, end))
        : Optional.empty();
  }

  private static boolean isNameCharacter(char c) {
    return Ascii.isLetterOrDigit(c) || ProjectName.isSeparator(c);
  }

  /**
   * The offset of a bracket shortly before this position; the beginning of the line without one.
   */
  private int lastBefore(char bracket) {
    for (int i = at - 1; i > line && at - i < NEAR; i--) {
      if (content.charAt(i) == bracket) {
        return i;
      }
      if (content.charAt(i) == '}') {
        break;
      }
    }
    return line;
  }

  private void skipBlanks() {
    while (at > line && (peek() == ' ' || peek() == '\t')) {
      at--;
    }
  }

  private boolean skip(String literal) {
    boolean there =
        at - literal.length() >= line && content.startsWith(literal, at - literal.length());
    if (there) {
      at -= literal.length();
    }
    return there;
  }

  /** The character before here. */
  private char peek() {
    return peekBefore(0);
  }

  private char peekBefore(int more) {
    int index = at - 1 - more;
    return index >= line ? content.charAt(index) : '\0';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }
}
