package io.github.releasesync.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepositoryAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://ada:s3cr3t@example.com/a.git, https://example.com/a.git",
    "https://ghp_token@example.com/a.git, https://example.com/a.git",
    "https://a@b:c@example.com/a.git, https://example.com/a.git",
    "HTTP://x:y@example.com/a.git, HTTP://example.com/a.git",
    "ssh://git:s3cr3t@example.com/a.git, ssh://git@example.com/a.git",
    "ssh://git@example.com/a.git, ssh://git@example.com/a.git",
    "https://example.com/a@b.git, https://example.com/a@b.git",
    "git@example.com:ada/a.git, git@example.com:ada/a.git",
    "../a@b, ../a@b",
    "upstream, upstream"
  })
  void aRemoteIsNamedWithoutItsCredential(String remote, String named) {
    assertThat(RepositoryAddress.withoutCredential(remote)).isEqualTo(named);
  }
}
