package io.github.releasesync.goal;

import io.github.releasesync.git.Git;
import io.github.releasesync.http.HttpSettings;
import io.github.releasesync.http.Secret;
import io.github.releasesync.packaging.ToolNames;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.publish.CratesDestination;
import io.github.releasesync.publish.Destination;
import io.github.releasesync.publish.Executor;
import io.github.releasesync.publish.Outcome;
import io.github.releasesync.publish.PypiDestination;
import io.github.releasesync.publish.Timing;
import io.github.releasesync.registry.CratesIo;
import io.github.releasesync.registry.PyPi;
import io.github.releasesync.rehearsal.ClientCheck;
import io.github.releasesync.rehearsal.RehearsalFaults;
import io.github.releasesync.rehearsal.RehearsalFolder;
import io.github.releasesync.rehearsal.RehearsalListener;
import io.github.releasesync.sandbox.Sandbox;
import io.github.releasesync.sandbox.SandboxOptions;
import io.github.releasesync.store.DirectoryStore;
import io.github.releasesync.store.DistDirectory;
import io.github.releasesync.version.Ecosystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A whole release against registries inside the process. The plan, the executor and the clients are
 * those of a live release; only the addresses differ.
 */
public final class RehearsedRelease {

  private static final Help AGAIN =
      Help.of("run ", Command.of("rehearse"), " again, without faults");

  private final Git git;
  private final ProcessRunner processes;
  private final Timing timing;
  private final HttpSettings http;
  private final RehearsalFolder folder;
  private final Function<SandboxOptions, Sandbox> registries;

  /**
   * A release to rehearse.
   *
   * @param git opens git repositories
   * @param processes starts the clients
   * @param timing the clock and the pauses
   * @param http the settings of connections to registries
   * @param folder the folder of the rehearsal, with its artifacts
   * @param registries starts the registries
   */
  public RehearsedRelease(
      Git git,
      ProcessRunner processes,
      Timing timing,
      HttpSettings http,
      RehearsalFolder folder,
      Function<SandboxOptions, Sandbox> registries) {
    this.git = git;
    this.processes = processes;
    this.timing = timing;
    this.http = http;
    this.folder = folder;
    this.registries = registries;
  }

  /**
   * Releases the artifacts of the folder and uses them with the real clients.
   *
   * @param root the real path of the repository's root
   * @param request the options of the rehearse goal
   * @param faults the faults to inject
   * @param listener the listener to progress
   * @return the result of the rehearsal
   * @throws ReleaseException if the release is ambiguous, or a file is missing or invalid
   */
  public RehearsalResult run(
      Path root, RehearsalRequest request, RehearsalFaults faults, RehearsalListener listener) {
    PackageRequest packaging = request.packaging();
    DistDirectory dist = new DistDirectory(folder.dist());
    Planning.Planned planned =
        new Planning(git, root).plan(packaging.settings(), packaging.group(), dist);
    ReleasePlan plan = planned.plan();
    DirectoryStore store = folder.store(plan);
    store.stage(plan, planned.built());
    SandboxOptions options =
        SandboxOptions.standard().withState(folder.registries()).withFaults(faults.registries());
    try (Sandbox sandbox = registries.apply(options)) {
      Outcome outcome =
          new Executor(
                  store,
                  destinations(sandbox),
                  timing,
                  request.timeouts(),
                  faults.killing(listener),
                  AGAIN)
              // The registries of this process hold no packages of other tools.
              .with(required -> Optional.empty())
              .run();
      ToolNames tools = packaging.options().tools();
      return new RehearsalResult.Rehearsed(
          outcome, outcome.isDone() ? use(plan, store, sandbox, tools, listener) : List.of());
    } catch (RehearsalFaults.Killed killed) {
      return new RehearsalResult.Killed(killed.record(), AGAIN);
    }
  }

  private Map<Ecosystem, Destination> destinations(Sandbox sandbox) {
    Optional<Secret> crates = Optional.of(Secret.of("sandbox", sandbox.tokens().crates()));
    Optional<Secret> pypi = Optional.of(Secret.of("sandbox", sandbox.tokens().pypi()));
    String upload = sandbox.pypiUploadUrl();
    String index = sandbox.pypiIndexUrl();
    return Map.of(
        Ecosystem.CARGO,
        new CratesDestination(new CratesIo(sandbox.cratesIndex(), http, timing.clock(), crates)),
        Ecosystem.PYPI,
        new PypiDestination(new PyPi(upload, index, http, timing.clock(), pypi)));
  }

  private List<ClientCheck.Result> use(
      ReleasePlan plan,
      DirectoryStore store,
      Sandbox sandbox,
      ToolNames tools,
      RehearsalListener listener) {
    listener.clientsBegin();
    return new ClientCheck(processes, sandbox, store, folder.emptyForClients())
        .show(
            plan,
            Optional.of(tools.cargo().orElse("cargo")),
            Optional.of(tools.python().orElse("python3")));
  }
}
