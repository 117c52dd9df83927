package io.github.releasesync.registry;

import static io.github.releasesync.registry.CratesIoTest.CLOCK;
import static io.github.releasesync.registry.CratesIoTest.SETTINGS;
import static io.github.releasesync.registry.CratesIoTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.http.Secret;
import io.github.releasesync.http.SecretRedactor;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets stay secret, and go only to addresses that are safe. */
class SecretTest {

  private static final String ODD = "to\"ken/+with\\odd*chars%=";

  @Test
  void whiteSpaceAroundATokenIsRemoved() {
    assertThat(Secret.of("X", " token-of-mine\r\n").reveal()).isEqualTo("token-of-mine");
    assertThat(Secret.of("X", "token-of-mine")).hasToString("***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "to ken-of-mine",
        "token\nof-mine",
        "tokén-of-mine",
        "a\u0000bcdefgh"
      })
  void aTokenThatCannotBeOneIsRefusedWithoutShowingIt(String text) {
    Problem problem = refused(() -> Secret.of("CARGO_REGISTRY_TOKEN", text));
    assertThat(problem.code()).isEqualTo(Code.TOKEN_INVALID);
    assertThat(problem.place().file()).isEqualTo("CARGO_REGISTRY_TOKEN");
    if (!text.isEmpty()) {
      assertThat(problem.message() + problem.help().toString()).doesNotContain(text);
    }
  }

  @Test
  void aSecretIsFoundInEveryForm() {
    SecretRedactor scrubber = new SecretRedactor(List.of(Secret.of("X", ODD)));
    assertThat(scrubber.scrub("a " + ODD + " b")).isEqualTo("a *** b");
    assertThat(scrubber.scrub("u=" + URLEncoder.encode(ODD, StandardCharsets.UTF_8)))
        .isEqualTo("u=***");
    assertThat(scrubber.scrub("{\"t\":\"to\\\"ken/+with\\\\odd*chars%=\"}"))
        .isEqualTo("{\"t\":\"***\"}");
    for (String before : List.of("", "a", "ab", "abc", "__token__:")) {
      for (String after : List.of("", "x", "yz", "\n")) {
        byte[] bytes = (before + ODD + after).getBytes(StandardCharsets.US_ASCII);
        String standard = Base64.getEncoder().encodeToString(bytes);
        String url = Base64.getUrlEncoder().encodeToString(bytes);
        assertThat(scrubber.scrub(standard))
            .as(before + "|" + after)
            .contains("***")
            .hasSizeLessThan(28);
        assertThat(scrubber.scrub(url))
            .as(before + "|" + after)
            .contains("***")
            .hasSizeLessThan(28);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pypi-AgEIcHlwaS5vcmcCJDAwMDAw",
        "cio0123456789abcdefghijklmnopqrstuv",
        "cio_tp_0123456789abcdefghijklmnopqrstuv",
        "ghp_0123456789abcdefghijABCDEFGHIJ",
        "github_pat_0123456789abcdefghij_ABC",
        "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl"
      })
  void whatLooksLikeATokenIsRemovedToo(String token) {
    assertThat(new SecretRedactor(List.of()).scrub("said " + token + ".")).doesNotContain(token);
  }

  @Test
  void ordinaryTextStays() {
    String text = "crate version `1.0.0` is already uploaded, see https://crates.io/x";
    assertThat(new SecretRedactor(List.of(Secret.of("X", ODD))).scrub(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://crates.example/",
        "http://localhost:8080/",
        "http://127.0.0.1.nip.io/",
        "http://0.0.0.0/",
        "http://[::2]/",
        "http://10.0.0.1/",
        "http://127.0.0.01/"
      })
  void httpGoesOnlyToLoopbackAddresses(String url) {
    assertThat(code(url)).isEqualTo(Code.REGISTRY_URL_INSECURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "::",
        "http://127.1/",
        "ftp://h/",
        "file:///x",
        "https:///x",
        "https://u:p@h.example/",
        "/x",
        "https://h.example/#f",
        "https://h .example/"
      })
  void whatIsNoAddressIsRefused(String url) {
    assertThat(code(url)).isEqualTo(Code.REGISTRY_URL_INVALID);
  }

  @Test
  void safeAddressesAreTaken() {
    for (String url :
        List.of("https://upload.pypi.org/legacy/", "http://127.0.0.1:1/", "http://[::1]:1/")) {
      assertThat(new PyPi(url, url, SETTINGS, CLOCK, Optional.empty())).isNotNull();
    }
  }

  private static Code code(String url) {
    return refused(() -> new PyPi(url, url, SETTINGS, CLOCK, Optional.empty())).code();
  }
}
