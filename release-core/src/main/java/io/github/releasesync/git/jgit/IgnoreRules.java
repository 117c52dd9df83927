package io.github.releasesync.git.jgit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jgit.ignore.IgnoreNode;

/**
 * What git ignores: the rules of a folder, of those above it, and of the user. To git, a question
 * mark is one byte, and to JGit one character: so JGit is shown each byte as a character.
 */
final class IgnoreRules {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final IgnoreRules weaker;
  private final String prefix;
  private final IgnoreNode rules;

  private IgnoreRules(IgnoreRules weaker, String prefix, IgnoreNode rules) {
    this.weaker = weaker;
    this.prefix = prefix;
    this.rules = rules;
  }

  /** Those that count in all folders, of files that need not exist; the strongest last. */
  static IgnoreRules everywhere(Path... files) throws IOException {
    IgnoreRules all = new IgnoreRules(null, "", new IgnoreNode());
    for (Path file : files) {
      if (Files.isRegularFile(file)) {
        all = all.with("", Optional.of(Files.readAllBytes(file)));
      }
    }
    return all;
  }

  /**
   * With those of a folder, which are stronger.
   *
   * @param folder its path from the top with a final slash; empty for the top
   * @param text the content of its {@code .gitignore}
   */
  IgnoreRules with(String folder, Optional<byte[]> text) throws IOException {
    if (text.isEmpty()) {
      return this;
    }
    byte[] bytes = text.get();
    boolean marked =
        bytes.length >= BYTE_ORDER_MARK.length
            && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, 3);
    int from = marked ? BYTE_ORDER_MARK.length : 0;
    String rules = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
    IgnoreNode node = new IgnoreNode();
    node.parse(new ByteArrayInputStream(rules.getBytes(StandardCharsets.UTF_8)));
    return new IgnoreRules(this, bytes(folder), node);
  }

  /** Whether a path from the top is ignored; its folder is not. */
  boolean ignores(String path, boolean isFolder) {
    String bytes = bytes(path);
    for (IgnoreRules level = this; level != null; level = level.weaker) {
      Boolean decided = level.rules.checkIgnored(bytes.substring(level.prefix.length()), isFolder);
      if (decided != null) {
        return decided;
      }
    }
    return false;
  }

  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
