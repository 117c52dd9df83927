package io.github.releasesync.report;

import io.github.releasesync.problem.Severity;
import io.github.releasesync.sandbox.Sandbox;
import java.util.List;
import java.util.stream.Stream;

/** The settings with which the real clients use a sandbox, to be pasted into a shell. */
public final class SandboxText {

  private SandboxText() {}

  public static List<ReportLine> lines(Sandbox sandbox) {
    String crates = sandbox.cratesIndex();
    String token = sandbox.tokens().crates();
    String upload = sandbox.pypiUploadUrl();
    String index = sandbox.pypiIndexUrl();
    String pypi = sandbox.tokens().pypi();
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
            "    mvn release-sync:publish -Drelease-sync.live=true"
                + " -Drelease-sync.cratesIndex="
                + crates
                + " -Drelease-sync.pypiUploadUrl="
                + upload
                + " -Drelease-sync.pypiIndexUrl="
                + index,
            "",
            "Listening on 127.0.0.1:" + sandbox.port() + "; Ctrl-C ends it")
        .map(text -> new ReportLine(Severity.INFO, text))
        .toList();
  }
}
