package io.github.releasesync.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A stream that hashes and counts what is read through it. */
public final class HashingInputStream extends FilterInputStream {

  private final MessageDigest digest = Sha256.digest();
  private long count;

  /**
   * A stream over another.
   *
   * @param in what is read
   */
  public HashingInputStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    if (b >= 0) {
      digest.update((byte) b);
      count++;
    }
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    if (read > 0) {
      digest.update(buffer, offset, read);
      count += read;
    }
    return read;
  }

  /** Reads what it skips: it belongs to the hash. */
  @Override
  public long skip(long bytes) throws IOException {
    byte[] skipped = new byte[(int) Math.max(0, Math.min(bytes, 1 << 13))];
    return skipped.length == 0 ? 0 : Math.max(0, read(skipped, 0, skipped.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /**
   * The number of bytes so far.
   *
   * @return bytes, from 0
   */
  public long count() {
    return count;
  }

  /**
   * The hash of the bytes so far. It is asked for once, after the last byte.
   *
   * @return the hash
   */
  public Sha256 sha256() {
    return new Sha256(HexFormat.of().formatHex(digest.digest()));
  }
}
