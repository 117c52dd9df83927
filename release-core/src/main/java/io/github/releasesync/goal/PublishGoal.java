package io.github.releasesync.goal;

import io.github.releasesync.git.Git;
import io.github.releasesync.http.HttpSettings;
import io.github.releasesync.http.Secret;
import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.plan.RequiredPackage;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.publish.Executor;
import io.github.releasesync.publish.Outcome;
import io.github.releasesync.publish.Timing;
import io.github.releasesync.registry.CrateRegistry;
import io.github.releasesync.registry.CratesIo;
import io.github.releasesync.registry.Credentials;
import io.github.releasesync.registry.Lookup;
import io.github.releasesync.registry.NoRegistry;
import io.github.releasesync.registry.PyPi;
import io.github.releasesync.registry.PythonRegistry;
import io.github.releasesync.report.MavenWording;
import io.github.releasesync.report.OutcomeText;
import io.github.releasesync.report.ProgressText;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.store.DirectoryStore;
import io.github.releasesync.version.Ecosystem;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings a release out, or shows what that would be. */
public final class PublishGoal {

  private static final String STORE = ".release-sync";

  private final Git git;
  private final Map<String, String> environment;
  private final Timing pace;
  private final HttpSettings http;

  public PublishGoal(Git git, Map<String, String> environment, Timing pace, HttpSettings http) {
    this.git = git;
    this.environment = environment;
    this.pace = pace;
    this.http = http;
  }

  public ReleaseResult run(
      Path root, Path dist, PublishRequest request, Consumer<ReportLine> progress) {
    requireLoopback(request);
    requireWhole(request);
    Planning planning = new Planning(git, root);
    planning.requireBuiltFromHead(dist);
    ReleasePlan plan = planning.plan(request.settings(), request.group(), dist);
    return request.live() ? live(root, dist, request, plan, progress) : dry(request, plan);
  }

  /** Sends nothing but questions, and reads no secret. */
  private ReleaseResult dry(PublishRequest request, ReleasePlan plan) {
    Optional<CrateRegistry> crates = request.cratesIndex().map(i -> crates(i, Optional.empty()));
    Optional<PythonRegistry> python =
        request
            .pypiIndexUrl()
            .map(i -> python(request.pypiUploadUrl().orElse(i), i, Optional.empty()));
    Map<String, String> states = new HashMap<>();
    for (PlannedArtifact a : plan.artifacts()) {
      Optional<Lookup> seen =
          a.isCrate()
              ? crates.map(r -> r.lookUp(a.artifact().packageName(), a.artifact().version()))
              : python.map(
                  r ->
                      r.lookUp(
                          a.artifact().packageName(),
                          a.artifact().version(),
                          a.artifact().filename()));
      states.put(a.id(), seen.map(look -> words(look, a)).orElse("not asked"));
    }
    for (RequiredPackage required : plan.required()) {
      Optional<Lookup> seen =
          required.ecosystem() == Ecosystem.CARGO
              ? crates.map(r -> r.resolve(required.name(), required.version()))
              : python.map(r -> r.release(required.name(), required.version()));
      states.put(required.id(), seen.map(PublishGoal::words).orElse("not asked"));
    }
    return new ReleaseResult(
        Optional.empty(),
        OutcomeText.plan(plan, states),
        "Dry run: nothing was sent. Send it with -Drelease-sync.live=true",
        false);
  }

  private ReleaseResult live(
      Path root,
      Path dist,
      PublishRequest request,
      ReleasePlan plan,
      Consumer<ReportLine> progress) {
    CrateRegistry crates = liveCrates(request, plan);
    PythonRegistry python = livePython(request, plan);
    DirectoryStore store =
        new DirectoryStore(root.resolve(STORE).resolve(plan.group() + "-" + plan.version()));
    store.stage(plan, dist);
    Outcome outcome =
        new Executor(
                store,
                crates,
                python,
                pace,
                request.budgets(),
                new ProgressText(progress),
                "run the same command again")
            .run();
    String version = plan.group() + " " + plan.version();
    return new ReleaseResult(
        Optional.of(outcome),
        OutcomeText.outcome(outcome),
        outcome.isDone()
            ? "Released " + version + ": every file was read back with its planned sha256"
            : version
                + " is not released yet: "
                + MavenWording.DECLARED.text(outcome.stopped().orElseThrow().help()),
        !outcome.isDone());
  }

  /** What is only looked up needs no token. */
  private CrateRegistry liveCrates(PublishRequest request, ReleasePlan plan) {
    if (!plan.crates().isEmpty()) {
      return crates(
          required(request.cratesIndex(), "cratesIndex"), Credentials.crates(environment));
    }
    return plan.requires(Ecosystem.CARGO)
        ? crates(required(request.cratesIndex(), "cratesIndex"), Optional.empty())
        : new NoRegistry();
  }

  private PythonRegistry livePython(PublishRequest request, ReleasePlan plan) {
    if (!plan.files().isEmpty()) {
      return python(
          required(request.pypiUploadUrl(), "pypiUploadUrl"),
          required(request.pypiIndexUrl(), "pypiIndexUrl"),
          Credentials.pypi(environment));
    }
    if (!plan.requires(Ecosystem.PYPI)) {
      return new NoRegistry();
    }
    String index = required(request.pypiIndexUrl(), "pypiIndexUrl");
    return python(request.pypiUploadUrl().orElse(index), index, Optional.empty());
  }

  private CrateRegistry crates(String index, Optional<Secret> token) {
    return new CratesIo(index, http, pace.clock(), token);
  }

  private PythonRegistry python(String upload, String index, Optional<Secret> token) {
    return new PyPi(upload, index, http, pace.clock(), token);
  }

  private static String words(Lookup look, PlannedArtifact artifact) {
    if (look instanceof Lookup.Present present) {
      return present.sha256().equals(artifact.artifact().sha256())
          ? "already there"
          : "different content already published";
    }
    return look instanceof Lookup.Absent ? "to be sent" : "unknown";
  }

  /** Of what another tool publishes, whatever its bytes are. */
  private static String words(Lookup look) {
    if (look instanceof Lookup.Present present) {
      return present.yanked() ? "yanked" : "there";
    }
    return look instanceof Lookup.Absent ? "absent" : "unknown";
  }

  private static String required(Optional<String> address, String parameter) {
    return address.orElseThrow(
        () ->
            new ReleaseException(
                Problem.of(
                    Code.NOT_LOOPBACK,
                    Place.of("release-sync." + parameter),
                    "no address is given, and the real registries are not open to this version",
                    "start mvn release-sync:sandbox and give the address that it prints")));
  }

  /** What is brought out must have been built and tested as a whole. */
  private static void requireWhole(PublishRequest request) {
    if (request.live() && !request.wholeReactor()) {
      throw new ReleaseException(
          Problem.of(
              Code.REACTOR_PARTIAL,
              Place.of("-pl"),
              "this build leaves out modules of the reactor",
              "run it for all of them, without -pl and -rf"));
    }
  }

  /** Until the guards of a live release exist, nothing leaves this machine. */
  private static void requireLoopback(PublishRequest request) {
    requireLoopback(request.cratesIndex(), "cratesIndex");
    requireLoopback(request.pypiUploadUrl(), "pypiUploadUrl");
    requireLoopback(request.pypiIndexUrl(), "pypiIndexUrl");
  }

  private static void requireLoopback(Optional<String> address, String parameter) {
    if (address.isPresent() && !isLoopback(address.get())) {
      throw new ReleaseException(
          Problem.of(
              Code.NOT_LOOPBACK,
              Place.of("release-sync." + parameter),
              "only http://127.0.0.1 and http://[::1] are open to this version",
              "start mvn release-sync:sandbox and give the address that it prints"));
    }
  }

  private static boolean isLoopback(String address) {
    try {
      URI uri = URI.create(address.replaceFirst("^sparse\\+", ""));
      boolean here = "127.0.0.1".equals(uri.getHost()) || "[::1]".equals(uri.getHost());
      return here && "http".equals(uri.getScheme()) && uri.getRawUserInfo() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
