package io.github.releasesync.sandbox;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Two registries inside this process, on the loopback address only: one shaped like crates.io, one
 * like PyPI. They accept and refuse the same files as the real ones, and keep accepted files.
 *
 * <p>One difference cannot be helped: PyPI puts the text of an error into the reason phrase of the
 * status line as well, and the JDK's server has fixed phrases. The text is in the body, in each of
 * PyPI's shapes.
 */
public final class Sandbox implements AutoCloseable {

  private final SandboxState disk;
  private final SandboxServer front;
  private final Tokens tokens;

  private Sandbox(SandboxState disk, SandboxServer front, Tokens tokens) {
    this.disk = disk;
    this.front = front;
    this.tokens = tokens;
  }

  /**
   * Starts the registries.
   *
   * @param options their behavior
   * @return the registries, ready to answer
   * @throws ReleaseException with {@link Code#SANDBOX_PORT_TAKEN}, {@link
   *     Code#SANDBOX_STATE_INVALID} or {@link Code#SANDBOX_STATE_IN_USE}
   */
  public static Sandbox start(SandboxOptions options) {
    Tokens tokens = Tokens.wellKnown();
    SandboxState disk = SandboxState.open(options.state());
    try {
      return new Sandbox(
          disk, SandboxServer.open(address(options.port()), options, tokens, disk), tokens);
    } catch (IOException e) {
      disk.close();
      throw portTaken(options.port(), e);
    } catch (ReleaseException e) {
      disk.close();
      throw e;
    }
  }

  /**
   * The sparse index of the crates.
   *
   * @return the value for cargo's {@code registries.NAME.index}
   */
  public String cratesIndex() {
    return "sparse+" + root() + "/crates/index/";
  }

  /**
   * Where the crates' web API begins.
   *
   * @return the part before {@code /api/v1}
   */
  public URI cratesApi() {
    return URI.create(root() + "/crates");
  }

  /**
   * Where Python files are uploaded.
   *
   * @return the repository URL for twine, uv and maturin
   */
  public String pypiUploadUrl() {
    return root() + "/pypi/legacy/";
  }

  /**
   * The simple index of the Python projects.
   *
   * @return the value for pip's {@code --index-url}
   */
  public String pypiIndexUrl() {
    return root() + "/pypi/simple/";
  }

  /**
   * The port.
   *
   * @return the requested one, or a free one
   */
  public int port() {
    return front.port();
  }

  /**
   * The credentials to use.
   *
   * @return tokens that open nothing but this
   */
  public Tokens tokens() {
    return tokens;
  }

  /**
   * The requests to the registries, oldest first; the latest 100 000.
   *
   * @return the requests that have been answered
   */
  public List<RecordedRequest> requests() {
    return front.requests();
  }

  /**
   * Yanks a release of a Python project, as its owner does on PyPI's web pages. PyPI has no API for
   * it, so the sandbox has none either.
   *
   * @param project the project's name, in any spelling
   * @param version the release
   * @param reason why, maybe an empty text; empty takes the yank back
   * @throws IllegalArgumentException if there is no such release
   */
  public void yankOnPypi(String project, String version, Optional<String> reason) {
    try {
      front.pypi().yank(project, version, reason);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends open requests and the registries; without a state, forgets everything. */
  @Override
  public void close() {
    front.close();
    disk.close();
  }

  private String root() {
    return "http://127.0.0.1:" + port();
  }

  private static InetSocketAddress address(int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
  }

  private static ReleaseException portTaken(int port, IOException cause) {
    return new ReleaseException(
        Problem.of(
            Code.SANDBOX_PORT_TAKEN,
            Place.of("127.0.0.1:" + port),
            "the sandbox cannot listen there: " + cause.getMessage(),
            "stop the program that listens on port " + port + ", or use port 0 for a free port"),
        cause);
  }
}
