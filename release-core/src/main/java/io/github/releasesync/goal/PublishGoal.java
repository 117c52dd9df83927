package io.github.releasesync.goal;

import io.github.releasesync.git.Git;
import io.github.releasesync.http.HttpSettings;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.publish.Destination;
import io.github.releasesync.publish.Executor;
import io.github.releasesync.publish.Outcome;
import io.github.releasesync.publish.Standing;
import io.github.releasesync.publish.StandingReader;
import io.github.releasesync.publish.Timing;
import io.github.releasesync.report.MavenWording;
import io.github.releasesync.report.OutcomeText;
import io.github.releasesync.report.ProgressText;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.store.DirectoryStore;
import io.github.releasesync.version.Ecosystem;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings a release out, or shows what that would be. */
public final class PublishGoal {

  private static final String STORE = ".release-sync";

  private final Git git;
  private final Map<String, String> environment;
  private final Timing timing;
  private final HttpSettings http;

  public PublishGoal(Git git, Map<String, String> environment, Timing timing, HttpSettings http) {
    this.git = git;
    this.environment = environment;
    this.timing = timing;
    this.http = http;
  }

  public ReleaseResult run(
      Path root, Path dist, PublishRequest request, Consumer<ReportLine> progress) {
    LoopbackRegistries registries = LoopbackRegistries.of(request, http, timing.clock());
    requireWhole(request);
    Planning planning = new Planning(git, root);
    planning.requireBuiltFromHead(dist);
    ReleasePlan plan = planning.plan(request.settings(), request.group(), dist);
    return request.live()
        ? live(root, dist, request, registries.toSend(plan, environment), plan, progress)
        : dry(plan, registries.toAsk());
  }

  /** Sends nothing but questions, and reads no secret. */
  private static ReleaseResult dry(ReleasePlan plan, Map<Ecosystem, Destination> destinations) {
    Standing standing = new StandingReader(destinations).read(plan);
    return new ReleaseResult(
        Optional.empty(),
        OutcomeText.plan(standing),
        "Dry run: nothing was sent. Send it with -Drelease-sync.live=true",
        false);
  }

  private ReleaseResult live(
      Path root,
      Path dist,
      PublishRequest request,
      Map<Ecosystem, Destination> destinations,
      ReleasePlan plan,
      Consumer<ReportLine> progress) {
    DirectoryStore store =
        new DirectoryStore(root.resolve(STORE).resolve(plan.group() + "-" + plan.version()));
    store.stage(plan, dist);
    Outcome outcome =
        new Executor(
                store,
                destinations,
                timing,
                request.budgets(),
                new ProgressText(progress),
                Help.of("run the same command again"))
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
}
