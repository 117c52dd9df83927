package io.github.releasesync.testing;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.MessageDigestSpi;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.Provider;
import java.security.Security;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Counts the SHA-256 hashes that this process makes, by their value, until it is closed. */
public final class CountedHashes implements AutoCloseable {

  private static final String NAME = "CountedHashes";

  private final List<String> made = new CopyOnWriteArrayList<>();

  public CountedHashes() {
    Security.insertProviderAt(new Hashes(), 1);
  }

  /** How often bytes of this hash were hashed. */
  public long of(String hex) {
    return made.stream().filter(hex::equals).count();
  }

  @Override
  public void close() {
    Security.removeProvider(NAME);
  }

  private final class Hashes extends Provider {

    private static final long serialVersionUID = 1L;

    private Hashes() {
      super(NAME, "1", "SHA-256, counted");
      putService(
          new Service(
              this, "MessageDigest", "SHA-256", Counting.class.getName(), List.of(), Map.of()) {
            @Override
            public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
              return new Counting();
            }
          });
    }
  }

  private final class Counting extends MessageDigestSpi {

    private final MessageDigest digest;

    private Counting() throws NoSuchAlgorithmException {
      try {
        this.digest = MessageDigest.getInstance("SHA-256", "SUN");
      } catch (NoSuchProviderException e) {
        throw new NoSuchAlgorithmException(e);
      }
    }

    @Override
    protected void engineUpdate(byte input) {
      digest.update(input);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
      digest.update(input, offset, length);
    }

    @Override
    protected byte[] engineDigest() {
      byte[] result = digest.digest();
      made.add(HexFormat.of().formatHex(result));
      return result;
    }

    @Override
    protected int engineDigest(byte[] buffer, int offset, int length) throws DigestException {
      byte[] result = engineDigest();
      System.arraycopy(result, 0, buffer, offset, result.length);
      return result.length;
    }

    @Override
    protected int engineGetDigestLength() {
      return digest.getDigestLength();
    }

    @Override
    protected void engineReset() {
      digest.reset();
    }
  }
}
