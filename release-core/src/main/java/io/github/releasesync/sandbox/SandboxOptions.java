package io.github.releasesync.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The behavior of a sandbox.
 *
 * @param state the folder below which everything accepted is kept; empty to forget it at the end
 * @param port to listen on; 0 for any that is free
 * @param requireTokens whether changes need one of the {@link Tokens}
 * @param authRequired whether reading crates needs a token too ({@code auth-required} of the index)
 * @param faults the faults to inject
 * @param latency the delay of every answer
 * @param slowness the duration of an answer with the fault {@code slow}
 * @param clock the registries' clock
 */
public record SandboxOptions(
    Optional<Path> state,
    int port,
    boolean requireTokens,
    boolean authRequired,
    Faults faults,
    Duration latency,
    Duration slowness,
    Clock clock) {

  private static final Duration SLOWNESS = Duration.ofSeconds(20);

  /**
   * Registries on any free port, which require tokens, behave, and forget everything at the end.
   *
   * <p>Their clock is the machine's: a registry's time is never that of its client.
   *
   * @return the options
   */
  public static SandboxOptions standard() {
    return new SandboxOptions(
        Optional.empty(),
        0,
        true,
        false,
        Faults.none(),
        Duration.ZERO,
        SLOWNESS,
        Clock.system(ZoneOffset.UTC));
  }

  /**
   * The same with a lasting state.
   *
   * @param folder where to keep it
   * @return the new options
   */
  public SandboxOptions withState(Path folder) {
    return new SandboxOptions(
        Optional.of(folder), port, requireTokens, authRequired, faults, latency, slowness, clock);
  }

  /**
   * The same on a certain port.
   *
   * @param newPort the port, 0 for any
   * @return the new options
   */
  public SandboxOptions withPort(int newPort) {
    return new SandboxOptions(
        state, newPort, requireTokens, authRequired, faults, latency, slowness, clock);
  }

  /**
   * The same, with or without tokens.
   *
   * @param required whether changes need a token
   * @return the new options
   */
  public SandboxOptions withRequireTokens(boolean required) {
    return new SandboxOptions(
        state, port, required, authRequired, faults, latency, slowness, clock);
  }

  /**
   * The same, with crates that everyone or only who has a token can read.
   *
   * @param required whether reading crates needs a token
   * @return the new options
   */
  public SandboxOptions withAuthRequired(boolean required) {
    return new SandboxOptions(
        state, port, requireTokens, required, faults, latency, slowness, clock);
  }

  /**
   * The same with faults.
   *
   * @param newFaults the faults to inject
   * @return the new options
   */
  public SandboxOptions withFaults(Faults newFaults) {
    return new SandboxOptions(
        state, port, requireTokens, authRequired, newFaults, latency, slowness, clock);
  }

  /**
   * The same at a distance.
   *
   * @param newLatency the delay of every answer
   * @return the new options
   */
  public SandboxOptions withLatency(Duration newLatency) {
    return new SandboxOptions(
        state, port, requireTokens, authRequired, faults, newLatency, slowness, clock);
  }

  /**
   * The same with another measure of {@code slow}.
   *
   * @param newSlowness the duration of an answer with that fault
   * @return the new options
   */
  public SandboxOptions withSlowness(Duration newSlowness) {
    return new SandboxOptions(
        state, port, requireTokens, authRequired, faults, latency, newSlowness, clock);
  }

  /**
   * The same at another time.
   *
   * @param newClock the registries' clock
   * @return the new options
   */
  public SandboxOptions withClock(Clock newClock) {
    return new SandboxOptions(
        state, port, requireTokens, authRequired, faults, latency, slowness, newClock);
  }
}
