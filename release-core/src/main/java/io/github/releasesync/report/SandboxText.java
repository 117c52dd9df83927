package io.github.releasesync.report;

import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.sandbox.Sandbox;
import java.util.List;
import java.util.stream.Stream;

/** The settings of the real clients for a sandbox, ready for a shell. */
public final class SandboxText {

  private SandboxText() {}

  /**
   * The text for running registries.
   *
   * @param sandbox the registries
   * @param wording the notation of commands
   * @return lines for the terminal
   */
  public static List<ReportLine> lines(Sandbox sandbox, Wording wording) {
    String crates = sandbox.cratesIndex();
    String token = sandbox.tokens().crates();
    String upload = sandbox.pypiUploadUrl();
    String index = sandbox.pypiIndexUrl();
    String pypi = sandbox.tokens().pypi();
    Command publish =
        Command.of(
            "publish",
            Option.of("live", "true"),
            Option.of("cratesIndex", crates),
            Option.of("pypiUploadUrl", upload),
            Option.of("pypiIndexUrl", index));
    return Stream.of(
            "",
            "cargo",
            "    export CARGO_REGISTRIES_SANDBOX_INDEX=" + crates,
            "    export CARGO_REGISTRIES_SANDBOX_TOKEN=" + token,
            "    cargo publish --registry sandbox",
            "pip",
            "    pip install --index-url " + index + " NAME",
            "twine",
            "    twine upload --repository-url " + upload + " -u __token__ -p " + pypi + " FILES",
            "uv",
            "    uv publish --publish-url " + upload + " --token " + pypi + " FILES",
            "release-sync",
            "    export CARGO_REGISTRY_TOKEN=" + token + " PYPI_TOKEN=" + pypi,
            "    " + wording.command(publish),
            "",
            "Listening on 127.0.0.1:" + sandbox.port() + "; Ctrl-C ends it")
        .map(text -> new ReportLine(Severity.INFO, text))
        .toList();
  }
}
