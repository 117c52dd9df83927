package io.github.releasesync.sandbox;

import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The active faults of one sandbox, with its past events. */
final class ActiveFaults {

  private static final int LAG_READS = 3;
  private static final Duration LAG = Duration.ofSeconds(3);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  /** Where {@code redirect} leads: another name of the same machine, so another origin. */
  static final String ELSEWHERE = "elsewhere";

  private static final class Lag {
    private final Instant since;
    private int reads;

    Lag(Instant since) {
      this.since = since;
    }
  }

  private static final class Page {
    private byte[] served;
    private Instant changed;
  }

  private final Faults faults;
  private final Clock clock;
  private final Map<Side, Integer> accepted = new EnumMap<>(Side.class);
  private final Map<FaultKind, Set<Side>> happened = new EnumMap<>(FaultKind.class);
  private final Map<String, Lag> lags = new HashMap<>();
  private final Map<String, Page> pages = new HashMap<>();

  ActiveFaults(Faults faults, Clock clock) {
    this.faults = faults;
    this.clock = clock;
  }

  boolean has(FaultKind kind) {
    return faults.has(kind);
  }

  /** Faults that end a request before a registry sees it. */
  synchronized void beforeAnything(Side side, SandboxCall call, int port) {
    FaultKind down = side == Side.PYPI ? FaultKind.PYPI_DOWN_AFTER : FaultKind.CRATES_DOWN_AFTER;
    if (isReached(down, side)) {
      throw Interruption.with(unavailable());
    }
    if (has(FaultKind.REDIRECT)) {
      String location = "http://localhost:" + port + "/" + ELSEWHERE + call.path();
      throw Interruption.with(SandboxAnswer.redirect(call.isRead() ? 302 : 307, location));
    }
    if (has(FaultKind.HTML_ANSWER)) {
      throw Interruption.with(
          SandboxAnswer.of(200, "text/html", "<!DOCTYPE html><title>Sign in</title><p>Welcome."));
    }
  }

  /** Faults that end an upload before it is stored; called once the upload is known to be valid. */
  synchronized void beforeStoring(Side side) {
    if (isFirst(FaultKind.SERVER_ERROR_503, side)) {
      throw Interruption.with(unavailable());
    }
    if (isFirst(FaultKind.RATE_LIMITED, side)) {
      throw rateLimited(side);
    }
    FaultKind refused = side == Side.CRATES ? FaultKind.CRATE_REFUSED : FaultKind.WHEEL_REFUSED;
    if (isFirst(refused, side)) {
      throw new Refusal(400, "refused by the fault " + refused.shown());
    }
    if (side == Side.CRATES && isFirst(FaultKind.ERRORS_WITH_200, side)) {
      throw new Refusal(400, "refused by the fault " + FaultKind.ERRORS_WITH_200.shown());
    }
    if (isFirst(FaultKind.ANSWER_LOST_UNSTORED, side)) {
      throw Interruption.cut();
    }
  }

  /** Whether to store different content under the name of this upload. */
  synchronized boolean conflicts(Side side) {
    return isFirst(FaultKind.CONFLICT, side);
  }

  /** Counts an upload that is stored now; its answer may get lost. */
  synchronized void afterStoring(Side side, String item) {
    accepted.merge(side, 1, Integer::sum);
    if (has(FaultKind.INDEX_LAG)) {
      lags.put(side + item, new Lag(clock.instant()));
    }
    if (isFirst(FaultKind.ANSWER_LOST, side)) {
      throw Interruption.cut();
    }
  }

  synchronized boolean tokenExpired(Side side) {
    return isReached(FaultKind.TOKEN_EXPIRED_AFTER, side);
  }

  /** Counts a look at an index. */
  synchronized void look(Side side, List<String> items) {
    items.stream()
        .map(item -> lags.get(side + item))
        .forEach(
            lag -> {
              if (lag != null) {
                lag.reads++;
              }
            });
  }

  /** Whether an index shows an upload yet. */
  synchronized boolean shows(Side side, String item) {
    Lag lag = lags.get(side + item);
    return lag == null || lag.reads > LAG_READS || !clock.instant().isBefore(lag.since.plus(LAG));
  }

  /**
   * An index page as a cache in between gives it.
   *
   * @param current the page now; empty where there is none
   * @return the page to serve
   */
  synchronized byte[] cached(String path, byte[] current) {
    if (!has(FaultKind.INDEX_STALE)) {
      return current;
    }
    Page page = pages.computeIfAbsent(path, p -> new Page());
    if (page.served == null || Arrays.equals(page.served, current)) {
      page.served = current;
      page.changed = null;
      return current;
    }
    if (page.changed == null) {
      page.changed = clock.instant();
    }
    if (!clock.instant().isBefore(page.changed.plus(LAG))) {
      page.served = current;
      page.changed = null;
    }
    return page.served;
  }

  /** The sha256 as the index states it. */
  String indexSum(String sha256) {
    return has(FaultKind.WRONG_CHECKSUM) || has(FaultKind.INDEX_CONTRADICTS_API)
        ? wrong(sha256)
        : sha256;
  }

  /** The sha256 as the API states it. */
  String apiSum(String sha256) {
    return has(FaultKind.WRONG_CHECKSUM) ? wrong(sha256) : sha256;
  }

  /** An answer as it arrives. */
  SandboxAnswer distorted(SandboxAnswer answer) {
    if (!answer.isJson() || answer.body().length == 0) {
      return answer;
    }
    if (has(FaultKind.TRUNCATED_JSON)) {
      return answer.withBody(Arrays.copyOf(answer.body(), answer.body().length / 2));
    }
    return has(FaultKind.WRONG_TYPE) ? answer.withBody(wronglyTyped(answer.body())) : answer;
  }

  private static byte[] wronglyTyped(byte[] body) {
    Json json = new Json();
    String text = new String(body, StandardCharsets.UTF_8);
    return text.lines()
        .map(line -> line.isEmpty() ? "" : json.line(wronglyTyped(json.read(line))))
        .collect(Collectors.joining("\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Object wronglyTyped(JsonValue value) {
    if (value.isString()) {
      return List.of(value);
    }
    if (value.isList()) {
      return value.list().stream().map(ActiveFaults::wronglyTyped).toList();
    }
    if (value.isObject()) {
      Map<String, Object> members = new LinkedHashMap<>();
      value.members().forEach((name, member) -> members.put(name, wronglyTyped(member)));
      return members;
    }
    return value;
  }

  private Interruption rateLimited(Side side) {
    String date = HttpDate.write(clock.instant().plus(RETRY_AFTER));
    String detail =
        "You have published too many versions of this crate in the last 24 hours. Please try again"
            + " after "
            + date
            + " and see https://crates.io/docs/rate-limits for more details.";
    SandboxAnswer answer =
        side == Side.CRATES
            ? SandboxAnswer.json(429, Map.of("errors", List.of(Map.of("detail", detail))))
            : SandboxAnswer.of(429, "text/plain", "429 Too many requests");
    return Interruption.with(answer.with("Retry-After", date));
  }

  private static SandboxAnswer unavailable() {
    return SandboxAnswer.of(
        503, "text/plain", "upstream connect error or disconnect before headers");
  }

  /** A well-formed sha256 that is not this one. */
  private static String wrong(String sha256) {
    return (sha256.charAt(0) == '0' ? '1' : '0') + sha256.substring(1);
  }

  private boolean isReached(FaultKind kind, Side side) {
    return faults.number(kind).isPresent()
        && accepted.getOrDefault(side, 0) >= faults.number(kind).getAsInt();
  }

  private boolean isFirst(FaultKind kind, Side side) {
    return has(kind) && happened.computeIfAbsent(kind, k -> EnumSet.noneOf(Side.class)).add(side);
  }
}
