package io.github.releasesync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Expected values from Python's {@code hashlib.blake2b(digest_size=32)}. */
class Blake2bTest {

  @Test
  void hashesShortAndLongInputs() {
    assertThat(hash("", 1))
        .isEqualTo("0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    assertThat(hash("abc", 1))
        .isEqualTo("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    assertThat(hash("a".repeat(128), 7))
        .isEqualTo("ae2aa48507885c4c950fb809b2076f959cde9f8ea6da260d9a3587df33dac450");
    assertThat(hash("0123456789".repeat(1000), 129))
        .isEqualTo("788c991832e20337d48d6e0f7c74289f10573e847ea540e0c65887b44acb3590");
  }

  private static String hash(String text, int piece) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Blake2b hash = new Blake2b();
    for (int at = 0; at < bytes.length; at += piece) {
      hash.update(bytes, at, Math.min(piece, bytes.length - at));
    }
    return hash.hex();
  }
}
