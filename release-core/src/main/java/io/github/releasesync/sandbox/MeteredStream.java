package io.github.releasesync.sandbox;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Counts and hashes what is read from a request. */
final class MeteredStream extends FilterInputStream {

  private final MessageDigest digest = Digests.sha256();
  private long size;

  MeteredStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    if (b >= 0) {
      digest.update((byte) b);
      size++;
    }
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    if (read > 0) {
      digest.update(buffer, offset, read);
      size += read;
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /**
   * Reads on to the end: a client that still writes would not see the answer.
   *
   * @return false if there is more than the limit
   */
  boolean drain(long limit) throws IOException {
    byte[] buffer = new byte[1 << 16];
    while (size <= limit) {
      if (read(buffer, 0, buffer.length) < 0) {
        return true;
      }
    }
    return false;
  }

  /** Copies exactly so many bytes. */
  void copy(long length, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = length;
    while (left > 0) {
      int read = read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        throw new Refusal(400, "the body ends before what it announces");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }

  long size() {
    return size;
  }

  /** The sha256 of the input; call it only once. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
