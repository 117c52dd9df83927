package io.github.releasesync.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text: the known ones as they are, in base64 at any offset, URL-encoded and
 * escaped for JSON, and whatever looks like a token of a registry or forge.
 */
public final class SecretRedactor {

  private static final String REPLACEMENT = "***";

  /** Shorter pieces would make ordinary words vanish. */
  private static final int SHORTEST = 8;

  private static final Pattern TOKENS =
      Pattern.compile(
          "pypi-[A-Za-z0-9_-]{16,}+"
              + "|cio_tp_[A-Za-z0-9]{16,}+"
              + "|cio[A-Za-z0-9]{32}+"
              + "|gh[pousr]_[A-Za-z0-9]{20,}+"
              + "|github_pat_[A-Za-z0-9_]{20,}+"
              // A token begins a word: without that a row of beginnings would cost quadratic time.
              + "|(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}+[.][A-Za-z0-9_-]++[.][A-Za-z0-9_-]*+");

  private final List<String> forms;

  /**
   * A scrubber that knows some secrets.
   *
   * @param secrets the secrets to redact
   */
  public SecretRedactor(Collection<Secret> secrets) {
    Set<String> all = new LinkedHashSet<>();
    for (Secret secret : secrets) {
      addForms(all, secret.reveal());
    }
    forms =
        all.stream()
            .filter(form -> form.length() >= SHORTEST)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /**
   * Replaces every secret.
   *
   * @param text any text
   * @return the text with {@code ***} for each secret
   */
  public String scrub(String text) {
    String scrubbed = text;
    for (String form : forms) {
      scrubbed = scrubbed.replace(form, REPLACEMENT);
    }
    return TOKENS.matcher(scrubbed).replaceAll(REPLACEMENT);
  }

  private static void addForms(Set<String> forms, String secret) {
    forms.add(secret);
    String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    forms.add(url);
    forms.add(url.replace("*", "%2A"));
    forms.add(lowerEscapes(url));
    String json = secret.replace("\\", "\\\\").replace("\"", "\\\"");
    forms.add(json);
    forms.add(json.replace("/", "\\/"));
    for (int offset = 0; offset < 3; offset++) {
      String encoded = base64(secret, offset);
      forms.add(encoded);
      forms.add(encoded.replace('+', '-').replace('/', '_'));
    }
  }

  /** The characters of base64 that only the secret decides, where it begins at this offset. */
  private static String base64(String secret, int offset) {
    byte[] bytes = ("\0".repeat(offset) + secret).getBytes(StandardCharsets.US_ASCII);
    String encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    return encoded.substring((offset * 8 + 5) / 6, bytes.length * 8 / 6);
  }

  private static String lowerEscapes(String url) {
    StringBuilder lower = new StringBuilder(url);
    for (int i = url.indexOf('%'); i >= 0; i = url.indexOf('%', i + 1)) {
      lower.replace(i, i + 3, url.substring(i, i + 3).toLowerCase(Locale.ROOT));
    }
    return lower.toString();
  }
}
