package io.github.releasesync.goal;

import io.github.releasesync.git.Git;
import io.github.releasesync.http.HttpSettings;
import io.github.releasesync.http.Secret;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.plan.RequiredPackage;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
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
import io.github.releasesync.report.MavenWording;
import io.github.releasesync.report.OutcomeText;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.sandbox.Sandbox;
import io.github.releasesync.sandbox.SandboxOptions;
import io.github.releasesync.store.DirectoryStore;
import io.github.releasesync.store.JournalRecord;
import io.github.releasesync.version.Ecosystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A whole release against registries inside the process: the plan, the executor and the clients are
 * those of a live one, only the addresses are others. Its store and the registries' state live in
 * the output folder, so that a rehearsal that was stopped goes on.
 */
public final class RehearseGoal {

  private static final Help AGAIN =
      Help.of("run ", Command.of("rehearse"), " again, without faults");

  private final Git git;
  private final ProcessRunner processes;
  private final Timing pace;
  private final HttpSettings http;
  private final Path folder;
  private final Function<SandboxOptions, Sandbox> registries;

  public RehearseGoal(
      Git git, ProcessRunner processes, Timing pace, HttpSettings http, Path folder) {
    this(git, processes, pace, http, folder, Sandbox::start);
  }

  /** A rehearsal whose registries somebody watches. */
  public RehearseGoal(
      Git git,
      ProcessRunner processes,
      Timing pace,
      HttpSettings http,
      Path folder,
      Function<SandboxOptions, Sandbox> registries) {
    this.git = git;
    this.processes = processes;
    this.pace = pace;
    this.http = http;
    this.folder = folder;
    this.registries = registries;
  }

  /** Where the rehearsal's own artifacts are built. */
  public static Path dist(Path folder) {
    return folder.resolve("dist");
  }

  public ReleaseResult run(
      Path root, RehearsalRequest request, RehearsalFaults faults, Consumer<ReportLine> progress) {
    PackageRequest packaging = request.packaging();
    ReleasePlan plan =
        new Planning(git, root).plan(packaging.settings(), packaging.group(), dist(folder));
    Path stage = folder.resolve("store").resolve(plan.group() + "-" + plan.version());
    DirectoryStore store = new DirectoryStore(stage);
    if (isOver(store, plan)) {
      delete(folder.resolve("store"));
      delete(folder.resolve("registries"));
    }
    store.stage(plan, dist(folder));
    SandboxOptions options =
        SandboxOptions.standard()
            .withState(folder.resolve("registries"))
            .withFaults(faults.registries());
    try (Sandbox sandbox = registries.apply(options)) {
      return rehearse(plan, store, sandbox, request, faults, progress);
    }
  }

  private ReleaseResult rehearse(
      ReleasePlan plan,
      DirectoryStore store,
      Sandbox sandbox,
      RehearsalRequest request,
      RehearsalFaults faults,
      Consumer<ReportLine> progress) {
    Executor executor =
        new Executor(
                store,
                destinations(sandbox),
                pace,
                request.budgets(),
                faults.listener(progress),
                AGAIN)
            // What another tool publishes is in no registry of this process.
            .with(required -> Optional.empty());
    Outcome outcome;
    try {
      outcome = executor.run();
    } catch (RehearsalFaults.Killed killed) {
      return new ReleaseResult(
          Optional.empty(),
          List.of(),
          "Killed after record "
              + killed.record()
              + " of the journal, as asked: "
              + MavenWording.DECLARED.text(AGAIN),
          true);
    }
    List<ReportLine> lines = new ArrayList<>(OutcomeText.outcome(outcome));
    String version = plan.group() + " " + plan.version();
    if (!outcome.isDone()) {
      return new ReleaseResult(
          Optional.of(outcome),
          lines,
          "Stopped: "
              + outcome.state().words()
              + "; "
              + MavenWording.DECLARED.text(outcome.stopped().orElseThrow().help()),
          true);
    }
    for (RequiredPackage required : plan.required()) {
      lines.add(
          line(
              new ClientCheck.Result(
                  required.id(),
                  Optional.empty(),
                  "another tool publishes it, so it was not looked for")));
    }
    List<ClientCheck.Result> shown = show(plan, store, sandbox, request, progress);
    shown.forEach(result -> lines.add(line(result)));
    boolean failed = shown.stream().anyMatch(r -> r.shown().filter(ok -> !ok).isPresent());
    return new ReleaseResult(
        Optional.of(outcome),
        lines,
        failed
            ? "The files of " + version + " are out, but a client cannot use them: see above"
            : "Rehearsed: " + version + " can be released, " + plan.artifacts().size() + " files",
        failed);
  }

  private Map<Ecosystem, Destination> destinations(Sandbox sandbox) {
    Secret crates = Secret.of("sandbox", sandbox.tokens().crates());
    Secret pypi = Secret.of("sandbox", sandbox.tokens().pypi());
    return Map.of(
        Ecosystem.CARGO,
        new CratesDestination(
            new CratesIo(sandbox.cratesIndex(), http, pace.clock(), Optional.of(crates))),
        Ecosystem.PYPI,
        new PypiDestination(
            new PyPi(
                sandbox.pypiUploadUrl(),
                sandbox.pypiIndexUrl(),
                http,
                pace.clock(),
                Optional.of(pypi))));
  }

  private List<ClientCheck.Result> show(
      ReleasePlan plan,
      DirectoryStore store,
      Sandbox sandbox,
      RehearsalRequest request,
      Consumer<ReportLine> progress) {
    progress.accept(new ReportLine(Severity.INFO, "using it with the real clients"));
    Path scratch = folder.resolve("clients");
    delete(scratch);
    try {
      Files.createDirectories(scratch);
    } catch (IOException e) {
      throw unwritable(scratch, e);
    }
    var tools = request.packaging().options().tools();
    return new ClientCheck(processes, sandbox, store, scratch)
        .show(
            plan,
            Optional.of(tools.cargo().orElse("cargo")),
            Optional.of(tools.python().orElse("python3")));
  }

  private static ReportLine line(ClientCheck.Result result) {
    String mark = result.shown().map(ok -> ok ? "ok" : "FAILED").orElse("not tried");
    String detail = result.detail().isEmpty() ? "" : ": " + result.detail();
    Severity severity =
        result.shown().map(ok -> ok ? Severity.INFO : Severity.ERROR).orElse(Severity.WARNING);
    return new ReportLine(severity, String.format("    %-9s  %s%s", mark, result.what(), detail));
  }

  /** A rehearsal that was finished, or was of other files, is not gone on with. */
  private static boolean isOver(DirectoryStore store, ReleasePlan plan) {
    Optional<ReleasePlan> staged = store.plan();
    if (staged.isEmpty()) {
      return true;
    }
    if (!staged.get().digest().equals(plan.digest())) {
      return true;
    }
    try (var journal = store.journal()) {
      return journal.records().stream().anyMatch(r -> r.type() == JournalRecord.Type.DONE);
    }
  }

  private static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private static ReleaseException unwritable(Path path, IOException cause) {
    return new ReleaseException(
        Problem.of(
            Code.OUTPUT_UNWRITABLE,
            Place.of(path.getFileName().toString()),
            "the rehearsal's folder cannot be used: " + cause.getClass().getSimpleName(),
            "make it writable, or name another with -Drelease-sync.outputDirectory"),
        cause);
  }
}
