package io.github.releasesync.artifact;

import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Pep440Version;
import java.util.ArrayList;
import java.util.List;

/** Reads headers as an e-mail has them: folded lines, then an empty line, then the body. */
final class CoreMetadataReader {

  private static final String BUILD_AGAIN = "correct the project's metadata, build again";

  /** How backends indent the folded lines of a description; some put a bar at the end of it. */
  private static final List<String> INDENTATIONS = List.of("       |", "        ");

  private final Refusal refusal;
  private final String text;
  private final List<CoreMetadata.Header> headers = new ArrayList<>();
  private int at;

  CoreMetadataReader(Refusal refusal, String text) {
    this.refusal = refusal;
    this.text = text;
  }

  CoreMetadata read() {
    for (String line = nextLine(); line != null && !line.isEmpty(); line = nextLine()) {
      readLine(line);
    }
    String body = text.substring(Math.min(at, text.length()));
    CoreMetadata metadata = new CoreMetadata(List.copyOf(headers), body);
    checkOnce(metadata, "Metadata-Version");
    checkOnce(metadata, "Name");
    checkOnce(metadata, "Version");
    checkName(metadata.name());
    checkVersion(metadata.version());
    return withDescription(metadata);
  }

  private void readLine(String line) {
    char first = line.charAt(0);
    if (first == ' ' || first == '\t') {
      fold(line);
      return;
    }
    int colon = line.indexOf(':');
    if (colon <= 0 || !isHeaderName(line.substring(0, colon))) {
      throw invalid("line `" + Refusal.shown(line) + "` is not a header");
    }
    headers.add(
        new CoreMetadata.Header(line.substring(0, colon), line.substring(colon + 1).strip()));
  }

  private void fold(String line) {
    if (headers.isEmpty()) {
      throw invalid("the first line is indented");
    }
    CoreMetadata.Header last = headers.remove(headers.size() - 1);
    headers.add(new CoreMetadata.Header(last.name(), last.value() + "\n" + unindented(line)));
  }

  private static String unindented(String line) {
    for (String indentation : INDENTATIONS) {
      if (line.startsWith(indentation)) {
        return line.substring(indentation.length());
      }
    }
    return line.stripLeading();
  }

  /** The next line without its end, LF or CRLF; null behind the last. */
  private String nextLine() {
    if (at >= text.length()) {
      return null;
    }
    int end = text.indexOf('\n', at);
    String line = text.substring(at, end < 0 ? text.length() : end);
    at = end < 0 ? text.length() : end + 1;
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  private CoreMetadata withDescription(CoreMetadata metadata) {
    List<String> described = metadata.all("Description");
    if (described.isEmpty()) {
      return metadata;
    }
    if (described.size() > 1 || !metadata.description().isBlank()) {
      throw invalid("duplicate description");
    }
    List<CoreMetadata.Header> others =
        metadata.headers().stream()
            .filter(header -> !header.name().equalsIgnoreCase("Description"))
            .toList();
    return new CoreMetadata(others, described.get(0));
  }

  private void checkOnce(CoreMetadata metadata, String name) {
    int count = metadata.all(name).size();
    if (count != 1) {
      throw invalid("`" + name + "` occurs " + count + " times instead of once");
    }
  }

  private void checkName(String name) {
    if (!ProjectName.isValid(name)) {
      throw invalid("`" + Refusal.shown(name) + "` is not the name of a project");
    }
  }

  private void checkVersion(String version) {
    try {
      Pep440Version.parse(version);
    } catch (InvalidVersionException e) {
      throw invalid("version `" + Refusal.shown(version) + "` is not PEP 440");
    }
  }

  private static boolean isHeaderName(String name) {
    return name.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  private ReleaseException invalid(String message) {
    return refusal.of(Code.ARTIFACT_METADATA_INVALID, message, BUILD_AGAIN);
  }
}
