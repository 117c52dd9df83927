package io.github.releasesync.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * The requests of one registry client: one connection pool, no cookies, no retries, no redirects by
 * the JDK, which would carry our Authorization header to another origin. HTTP/1.1, because a
 * cleartext request would ask for an upgrade first. Usable by several threads at once.
 */
public final class HttpTransport {

  private static final int MOST_REDIRECTS = 5;

  private final HttpSettings settings;
  private final HttpClient client;

  public HttpTransport(HttpSettings settings) {
    this.settings = settings;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTimeout())
            .build();
  }

  /** The start of a request to an address that was checked. */
  public HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).setHeader("User-Agent", settings.userAgent());
  }

  /** Sends a request once. */
  public HttpAnswer send(HttpRequest request) {
    return send(request, settings.requestTimeout());
  }

  /** Sends an upload of so many bytes once. */
  public HttpAnswer upload(HttpRequest request, long bytes) {
    return send(request, settings.uploadTimeout(bytes));
  }

  /**
   * Reads without credentials. Redirects are followed by hand, to the same origin or to https.
   *
   * @param headers name, value, name, value, ...
   */
  public HttpAnswer read(URI uri, String... headers) {
    URI at = uri;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      HttpAnswer answer = send(request(at).headers(headers).GET().build());
      if (!(answer instanceof HttpAnswer.Whole whole)
          || !whole.isRedirect()
          || whole.status() == 304) {
        return answer;
      }
      Optional<URI> target = target(whole);
      boolean followed =
          target.isPresent()
              && HttpAddress.isUsable(target.get())
              && (HttpAddress.sameOrigin(at, target.get())
                  || "https".equalsIgnoreCase(target.get().getScheme()));
      if (!followed) {
        return new HttpAnswer.None(redirect(whole) + ", which is not followed");
      }
      at = target.get();
    }
    return new HttpAnswer.None("more than " + MOST_REDIRECTS + " redirects");
  }

  /** A redirect in words, with its target but without the query: that may be signed. */
  public static String redirect(HttpAnswer.Whole answer) {
    return "status "
        + answer.status()
        + target(answer)
            .map(uri -> ", a redirect to " + HttpAddress.shown(uri))
            .orElse(", a redirect to nowhere");
  }

  private static Optional<URI> target(HttpAnswer.Whole answer) {
    return answer
        .header("location")
        .flatMap(
            location -> {
              try {
                return Optional.of(answer.from().resolve(new URI(location)));
              } catch (URISyntaxException e) {
                return Optional.empty();
              }
            });
  }

  private HttpAnswer send(HttpRequest request, Duration timeout) {
    // The JDK's own timeout ends with the headers; a slow body needs this one.
    CompletableFuture<HttpResponse<byte[]>> sending =
        client.sendAsync(request, response -> new CappedBody(settings.responseCap()));
    try {
      HttpResponse<byte[]> response = sending.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new HttpAnswer.Whole(
          request.uri(), response.statusCode(), firstValues(response.headers()), response.body());
    } catch (TimeoutException e) {
      sending.cancel(true);
      return new HttpAnswer.None("no whole answer within " + timeout.toMillis() + " ms");
    } catch (InterruptedException e) {
      sending.cancel(true);
      Thread.currentThread().interrupt();
      return new HttpAnswer.None("interrupted while waiting for the answer");
    } catch (ExecutionException e) {
      return new HttpAnswer.None(words(e.getCause()));
    }
  }

  private static Map<String, String> firstValues(HttpHeaders headers) {
    Map<String, String> first = new HashMap<>();
    headers
        .map()
        .forEach((name, values) -> first.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return first;
  }

  private static String words(Throwable cause) {
    if (cause instanceof CappedBody.TooLongException) {
      return cause.getMessage();
    }
    if (cause instanceof HttpConnectTimeoutException) {
      return "no connection in time";
    }
    if (cause instanceof HttpTimeoutException) {
      return "no answer in time";
    }
    if (cause instanceof ConnectException) {
      return "no connection: refused, or the host is not known";
    }
    if (cause instanceof SSLException) {
      return "no trusted connection: " + cause.getMessage();
    }
    String kind = cause instanceof IOException ? "the connection broke" : "the request failed";
    return cause.getMessage() == null ? kind : kind + ": " + cause.getMessage();
  }
}
