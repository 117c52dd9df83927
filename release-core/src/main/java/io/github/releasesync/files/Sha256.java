package io.github.releasesync.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The SHA-256 of some bytes.
 *
 * @param hex 64 hexadecimal digits, lower case
 */
public record Sha256(String hex) {

  private static final int LENGTH = 64;
  private static final int BUFFER = 1 << 16;

  /** Refuses everything but 64 lower-case hexadecimal digits. */
  public Sha256 {
    if (!isLowerHex(hex)) {
      throw new IllegalArgumentException("not a SHA-256: 64 hexadecimal digits expected");
    }
  }

  /**
   * The hash of a file, read in pieces.
   *
   * @param file the file
   * @return its hash
   * @throws IOException if it cannot be read
   */
  public static Sha256 of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in);
    }
  }

  /**
   * The hash of the rest of a stream, read in pieces.
   *
   * @param in the stream, which stays open
   * @return the hash
   * @throws IOException if it cannot be read
   */
  public static Sha256 of(InputStream in) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    return new Sha256(HexFormat.of().formatHex(digest.digest()));
  }

  /**
   * The hash of bytes in memory.
   *
   * @param bytes the bytes
   * @return their hash
   */
  public static Sha256 of(byte[] bytes) {
    return new Sha256(HexFormat.of().formatHex(digest().digest(bytes)));
  }

  /**
   * Reads a hash that must be one.
   *
   * @param text 64 hexadecimal digits of either case
   * @return the hash
   * @throws IllegalArgumentException for anything else
   */
  public static Sha256 parse(String text) {
    return new Sha256(text.toLowerCase(Locale.ROOT));
  }

  /**
   * Parses a hash of another program.
   *
   * @param text any text
   * @return the hash; empty if the text is not 64 hexadecimal digits
   */
  public static Optional<Sha256> find(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return isLowerHex(lower) ? Optional.of(new Sha256(lower)) : Optional.empty();
  }

  private static boolean isLowerHex(String text) {
    return text.length() == LENGTH
        && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
