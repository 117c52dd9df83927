package io.github.releasesync.goal;

import io.github.releasesync.git.Git;
import io.github.releasesync.http.HttpSettings;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.publish.Destination;
import io.github.releasesync.publish.ExecutionListener;
import io.github.releasesync.publish.Executor;
import io.github.releasesync.publish.StandingReader;
import io.github.releasesync.publish.Timing;
import io.github.releasesync.store.DirectoryStore;
import io.github.releasesync.store.DistDirectory;
import io.github.releasesync.version.Ecosystem;
import java.nio.file.Path;
import java.util.Map;

/** Publishes a release, or previews that. */
public final class PublishGoal {

  private static final String STORE = ".release-sync";
  private static final Help AGAIN = Help.of("run the same command again");

  private final Git git;
  private final Map<String, String> environment;
  private final Timing timing;
  private final HttpSettings http;

  /**
   * The goal.
   *
   * @param git opens git repositories
   * @param environment the variables of this process, which hold the tokens
   * @param timing the clock and the pauses
   * @param http the settings of connections to registries
   */
  public PublishGoal(Git git, Map<String, String> environment, Timing timing, HttpSettings http) {
    this.git = git;
    this.environment = environment;
    this.timing = timing;
    this.http = http;
  }

  /**
   * Publishes, or previews.
   *
   * @param root the real path of the repository's root
   * @param dist the folder of the artifacts
   * @param request the options of the publish goal
   * @param listener the listener to progress
   * @return the state of the release
   * @throws ReleaseException if the release is ambiguous, a file is missing or invalid, an address
   *     or a token cannot be used, or another run holds the release
   */
  public PublishResult run(
      Path root, Path dist, PublishRequest request, ExecutionListener listener) {
    LoopbackRegistries registries = LoopbackRegistries.of(request, http, timing.clock());
    requireWhole(request);
    Planning planning = new Planning(git, root);
    DistDirectory artifacts = new DistDirectory(dist);
    planning.requireBuiltFromHead(artifacts);
    Planning.Planned planned = planning.plan(request.settings(), request.group(), artifacts);
    ReleasePlan plan = planned.plan();
    if (!request.live()) {
      return new PublishResult.Preview(new StandingReader(registries.toAsk()).read(plan));
    }
    Map<Ecosystem, Destination> destinations = registries.toSend(plan, environment);
    DirectoryStore store =
        new DirectoryStore(root.resolve(STORE).resolve(plan.group() + "-" + plan.version()));
    store.stage(plan, planned.built());
    return new PublishResult.Run(
        new Executor(store, destinations, timing, request.timeouts(), listener, AGAIN).run());
  }

  /** Refuses a live release from a build that leaves out modules. */
  private static void requireWhole(PublishRequest request) {
    if (request.live() && !request.wholeReactor()) {
      throw ReleaseException.of(
          Code.REACTOR_PARTIAL,
          Place.of("-pl"),
          "this build leaves out modules of the reactor",
          "run it for all of them, without -pl and -rf");
    }
  }
}
