package io.github.releasesync.git.jgit;

import io.github.releasesync.git.Commit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.eclipse.jgit.util.RawParseUtils;

/** Reads what a commit says, and what it changed. */
final class CommitReader {

  private final Repository repository;
  private final History history;

  CommitReader(Repository repository, History history) {
    this.repository = repository;
    this.history = history;
  }

  /**
   * A commit.
   *
   * @param folder the folder with a final slash below which changed files are read; empty for no
   *     files
   */
  Commit read(RevCommit commit, Optional<String> folder) throws IOException {
    byte[] raw = bytes(commit);
    List<String> parents = Arrays.stream(history.parents(commit)).map(RevCommit::name).toList();
    return new Commit(
        commit.name(),
        parents,
        time(raw, RawParseUtils.author(raw, 0)),
        name(raw, RawParseUtils.author(raw, 0)),
        message(raw, Commit.MESSAGE_LIMIT),
        folder.isEmpty() ? List.of() : paths(commit, folder.get()));
  }

  Instant committed(RevCommit commit) throws IOException {
    byte[] raw = bytes(commit);
    return time(raw, RawParseUtils.committer(raw, 0));
  }

  String message(RevCommit commit) throws IOException {
    return message(bytes(commit), Integer.MAX_VALUE);
  }

  private byte[] bytes(RevCommit commit) throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      return reader.open(commit).getCachedBytes();
    }
  }

  /** The name of a person, without the address. */
  private static String name(byte[] raw, int person) {
    String line = new String(raw, person, RawParseUtils.nextLF(raw, person) - person, UTF_8);
    int address = line.indexOf('<');
    return (address < 0 ? line : line.substring(0, address)).strip();
  }

  /** The seconds of an author or a tagger; the beginning of time if there are none. */
  static Instant time(byte[] raw, int person) {
    String line = new String(raw, person, RawParseUtils.nextLF(raw, person) - person, UTF_8);
    String[] end = line.substring(line.lastIndexOf('>') + 1).strip().split(" ");
    try {
      return Instant.ofEpochSecond(Long.parseLong(end[0]));
    } catch (NumberFormatException e) {
      return Instant.EPOCH;
    }
  }

  private static final Charset UTF_8 = StandardCharsets.UTF_8;

  /** All bytes after the header, as git prints them: up to a NUL, in UTF-8, and not too many. */
  private static String message(byte[] raw, int most) {
    int start = 0;
    while (start < raw.length && raw[start] != '\n') {
      start = RawParseUtils.nextLF(raw, start);
    }
    start = Math.min(start + 1, raw.length);
    int end = start;
    while (end < raw.length && raw[end] != 0) {
      end++;
    }
    byte[] text = Arrays.copyOfRange(raw, start, end);
    byte[] encoded = inUtf8(text, RawParseUtils.parseEncodingName(raw));
    return new String(encoded, 0, Math.min(encoded.length, most), UTF_8);
  }

  /** Of an encoding that is not known, or not kept to, git prints the bytes as they are. */
  private static byte[] inUtf8(byte[] text, String encoding) {
    if (encoding == null) {
      return text;
    }
    try {
      return Charset.forName(encoding)
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(text))
          .toString()
          .getBytes(UTF_8);
    } catch (CharacterCodingException
        | IllegalCharsetNameException
        | UnsupportedCharsetException e) {
      return text;
    }
  }

  private List<String> paths(RevCommit commit, String folder) throws IOException {
    List<String> paths = new ArrayList<>();
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.setRecursive(true);
      RevCommit[] parents = history.parents(commit);
      if (parents.length == 0) {
        walk.addTree(new EmptyTreeIterator());
      } else {
        history.parents(parents[0]);
        walk.addTree(parents[0].getTree());
      }
      walk.addTree(commit.getTree());
      walk.setFilter(
          folder.isEmpty()
              ? TreeFilter.ANY_DIFF
              : AndTreeFilter.create(PathFilter.create(folder), TreeFilter.ANY_DIFF));
      while (walk.next()) {
        String path = FileNames.of(walk);
        if (path.startsWith(folder)) {
          paths.add(path.substring(folder.length()));
        }
      }
    }
    return List.copyOf(paths);
  }
}
