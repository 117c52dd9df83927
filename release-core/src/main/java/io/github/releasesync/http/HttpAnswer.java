package io.github.releasesync.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The answer to a request. */
public sealed interface HttpAnswer {

  /**
   * A whole answer.
   *
   * @param from the URL that answered, after redirects
   * @param status the HTTP status
   * @param headers the first value of each header, names in lower case
   * @param body the body, at most as long as the cap
   */
  record Whole(URI from, int status, Map<String, String> headers, byte[] body)
      implements HttpAnswer {

    public boolean isSuccess() {
      return status / 100 == 2;
    }

    public boolean isRedirect() {
      return status / 100 == 3;
    }

    /** 408 and 5xx: the server itself does not know the result of the request. */
    public boolean isUncertain() {
      return status == 408 || status >= 500;
    }

    Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public boolean looksLikeHtml() {
      return text().stripLeading().startsWith("<");
    }
  }

  /**
   * No answer that could be used.
   *
   * @param why the reason as text
   */
  record None(String why) implements HttpAnswer {}
}
