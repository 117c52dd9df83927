package io.github.releasesync;

import io.github.releasesync.facts.SourceRepository;
import io.github.releasesync.files.FileSystemActions;
import io.github.releasesync.files.OutputDirectory;
import io.github.releasesync.git.Git;
import io.github.releasesync.git.GitAnswer;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.GitWriter;
import io.github.releasesync.git.NoGitProgram;
import io.github.releasesync.git.jgit.JGit;
import io.github.releasesync.goal.BumpGoal;
import io.github.releasesync.goal.BumpOptions;
import io.github.releasesync.goal.BumpResult;
import io.github.releasesync.goal.ChangeRequest;
import io.github.releasesync.goal.CheckGoal;
import io.github.releasesync.goal.CheckRequest;
import io.github.releasesync.goal.CheckResult;
import io.github.releasesync.goal.InitGoal;
import io.github.releasesync.goal.InitRequest;
import io.github.releasesync.goal.InitResult;
import io.github.releasesync.goal.NextGoal;
import io.github.releasesync.goal.NextRequest;
import io.github.releasesync.goal.NextResult;
import io.github.releasesync.goal.PackageGoal;
import io.github.releasesync.goal.PackageRequest;
import io.github.releasesync.goal.PackageResult;
import io.github.releasesync.goal.PrepareGoal;
import io.github.releasesync.goal.PrepareRequest;
import io.github.releasesync.goal.PrepareResult;
import io.github.releasesync.goal.PublishGoal;
import io.github.releasesync.goal.PublishRequest;
import io.github.releasesync.goal.PublishResult;
import io.github.releasesync.goal.RehearsalRequest;
import io.github.releasesync.goal.RehearsalResult;
import io.github.releasesync.goal.RehearseGoal;
import io.github.releasesync.goal.RollbackGoal;
import io.github.releasesync.goal.RollbackResult;
import io.github.releasesync.goal.SandboxGoal;
import io.github.releasesync.goal.SandboxRequest;
import io.github.releasesync.goal.SyncGoal;
import io.github.releasesync.goal.SyncResult;
import io.github.releasesync.goal.TagGoal;
import io.github.releasesync.goal.TagResult;
import io.github.releasesync.http.HttpSettings;
import io.github.releasesync.packaging.BuildProgress;
import io.github.releasesync.prepare.InterruptedRun;
import io.github.releasesync.prepare.RecoveredRepository;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.process.SystemProcessRunner;
import io.github.releasesync.publish.ExecutionListener;
import io.github.releasesync.publish.SystemTiming;
import io.github.releasesync.publish.Timing;
import io.github.releasesync.rehearsal.RehearsalFaults;
import io.github.releasesync.rehearsal.RehearsalListener;
import io.github.releasesync.report.ChangeJson;
import io.github.releasesync.report.CheckReports;
import io.github.releasesync.report.ContinuousIntegrationOutput;
import io.github.releasesync.report.MavenWording;
import io.github.releasesync.report.NextJson;
import io.github.releasesync.report.PackageJson;
import io.github.releasesync.report.PrepareJson;
import io.github.releasesync.report.ReleaseJson;
import io.github.releasesync.report.Wording;
import io.github.releasesync.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The entry point of the library: one method for each goal. */
public final class ReleaseSync {

  private static final Consumer<Problem> IN_REPORTS_ONLY = notice -> {};

  private final Git git;
  private final Consumer<Problem> notices;
  private boolean toldOfGit;
  private final ProcessRunner processes;
  private final Map<String, String> environment;
  private final Wording wording;
  private final Timing timing = new SystemTiming();
  private final Clock clock = Clock.systemUTC();

  /**
   * The goals in a given environment, for users of Maven.
   *
   * @param processes starts programs
   */
  public ReleaseSync(ProcessRunner processes) {
    this(processes, Map.of());
  }

  /**
   * The goals in a given environment, for users of Maven.
   *
   * @param processes starts programs
   * @param environment the variables of this process
   */
  public ReleaseSync(ProcessRunner processes, Map<String, String> environment) {
    this(processes, environment, MavenWording.DECLARED);
  }

  /**
   * The goals in a given environment.
   *
   * @param processes starts programs
   * @param environment the variables of this process
   * @param wording the notation of commands in reports
   */
  public ReleaseSync(ProcessRunner processes, Map<String, String> environment, Wording wording) {
    this(processes, environment, wording, IN_REPORTS_ONLY);
  }

  /**
   * The goals in a given environment.
   *
   * @param processes what starts programs
   * @param environment the variables of this process
   * @param wording how reports write commands
   * @param notices takes what a goal says of its circumstances and its report does not hold
   */
  public ReleaseSync(
      ProcessRunner processes,
      Map<String, String> environment,
      Wording wording,
      Consumer<Problem> notices) {
    this.processes = processes;
    this.environment = Map.copyOf(environment);
    this.wording = wording;
    this.notices = notices;
    this.git = new Git(processes, this::openWithoutGit);
  }

  /**
   * The goals in the environment of this process, for users of Maven whose project declares the
   * plugin.
   *
   * @return the goals
   */
  public static ReleaseSync system() {
    return system(MavenWording.DECLARED);
  }

  /**
   * The goals in the environment of this process.
   *
   * @param wording the notation of commands in reports
   * @return the goals
   */
  public static ReleaseSync system(Wording wording) {
    return system(wording, IN_REPORTS_ONLY);
  }

  /**
   * The goals in the environment of this process.
   *
   * @param wording how reports write commands
   * @param notices takes what a goal says of its circumstances and its report does not hold
   * @return the goals
   */
  public static ReleaseSync system(Wording wording, Consumer<Problem> notices) {
    return new ReleaseSync(
        new SystemProcessRunner(System.getenv()), System.getenv(), wording, notices);
  }

  /** The classes of JGit are loaded here, and so only where there is no git. */
  private GitAnswer openWithoutGit(Path directory) {
    GitAnswer answer = new JGit(environment).open(directory);
    if (answer instanceof GitRepository && !toldOfGit) {
      toldOfGit = true;
      notices.accept(NoGitProgram.notice());
    }
    return answer;
  }

  /**
   * Applies every rule to a repository. Writes check.json and check.sarif if the request names an
   * output directory.
   *
   * @param request the repository, and the severity that fails
   * @return the findings
   * @throws ReleaseException if the root is missing, the configuration cannot be understood, git
   *     fails, or the report cannot be written
   */
  public CheckResult check(CheckRequest request) {
    SourceRepository found = SourceRepository.open(git, request.start(), request.root());
    CheckResult result = new CheckGoal().run(found, interrupted(found.root()).notice(), request);
    return report(found.root(), request.outputDirectory())
        .map(output -> result.withReport(CheckReports.write(result, output, version(), wording)))
        .orElse(result);
  }

  /**
   * The output of check for a CI service.
   *
   * @return a writer of annotations and a step summary, active if the environment names a service
   */
  public ContinuousIntegrationOutput continuousIntegration() {
    return new ContinuousIntegrationOutput(environment, wording);
  }

  /**
   * Computes the next release of each group and the reasons for it. Writes next.json if the request
   * names an output directory.
   *
   * @param request the repository and the level
   * @return the next release of each group
   * @throws ReleaseException if the root is missing, the level or the configuration cannot be
   *     understood, git fails, or the report cannot be written
   */
  public NextResult next(NextRequest request) {
    SourceRepository found = SourceRepository.open(git, request.start(), request.root());
    NextResult result = new NextGoal().run(found, request);
    return report(found.root(), request.outputDirectory())
        .map(o -> result.withReport(o.write("next.json", NextJson.write(result.next(), wording))))
        .orElse(result);
  }

  /**
   * Sets every follower to the version of its lead, in the notation of its ecosystem: in manifests,
   * requirements of siblings, and locks.
   *
   * @param request the repository and the groups to change
   * @return the changes
   * @throws ReleaseException if a file cannot be read, edited or written; the tree is unchanged
   *     then
   */
  public SyncResult sync(ChangeRequest request) {
    RecoveredRepository found = recovered(request, "sync.json");
    SyncResult result =
        new SyncGoal(FileSystemActions.SYSTEM).run(found.source(), found.recovered(), request);
    found.write(() -> ChangeJson.write(result, wording));
    return result;
  }

  /**
   * Synchronizes and commits exactly its changes, for a release that another tool commits and tags
   * afterwards.
   *
   * @param request the repository and the groups to change
   * @return the changes
   * @throws ReleaseException if a file cannot be read, edited, written or committed; the tree is
   *     unchanged then
   */
  public SyncResult syncAndCommit(ChangeRequest request) {
    RecoveredRepository found = writable(request, "commits", "sync.json");
    GitRepository git = found.repository();
    SyncResult result =
        new SyncGoal(FileSystemActions.SYSTEM)
            .commit(found.source(), found.recovered(), request, git, writer(git));
    found.write(() -> ChangeJson.write(result, wording));
    return result;
  }

  /**
   * Bumps the version of a group or of one package, with all references to it.
   *
   * @param request the repository and the groups to change
   * @param level the level: {@code patch}, {@code minor-alpha}, {@code release}, or a version
   * @param options the options of the bump goal
   * @return the bumped versions and the changes
   * @throws ReleaseException if the level is invalid or does not apply, the package cannot be
   *     bumped on its own, or a file cannot be read, edited or written; the tree is unchanged then
   */
  public BumpResult bump(ChangeRequest request, String level, BumpOptions options) {
    RecoveredRepository found = recovered(request, "bump.json");
    BumpResult result =
        new BumpGoal(FileSystemActions.SYSTEM)
            .run(found.source(), found.recovered(), request, level, options);
    found.write(() -> ChangeJson.write(result, wording));
    return result;
  }

  /**
   * Writes the inferred groups and the settings of other tools as configuration into the POM at the
   * root, which is created if it is missing.
   *
   * @param request the repository
   * @return the written configuration, and the settings that were not carried over
   * @throws ReleaseException if a file cannot be read, edited or written; the tree is unchanged
   *     then
   */
  public InitResult init(InitRequest request) {
    ChangeRequest change = request.change();
    SourceRepository found = SourceRepository.open(git, change.start(), change.root());
    return new InitGoal(FileSystemActions.SYSTEM).run(found, request);
  }

  /**
   * Creates a tagged release commit, or changes nothing.
   *
   * @param request the options of the prepare goal
   * @return the prepared release, or the failed guards
   * @throws ReleaseException if the level does not apply, a file cannot be read, edited or written,
   *     or git refuses; the repository is unchanged then
   */
  public PrepareResult prepare(PrepareRequest request) {
    RecoveredRepository found =
        writable(request.change(), "commits and tags a release", "prepare.json");
    GitRepository git = found.repository();
    PrepareResult result =
        new PrepareGoal(git, writer(git), FileSystemActions.SYSTEM, clock)
            .run(found.source(), found.recovered(), found.output(), request);
    found.write(() -> PrepareJson.write(result, wording));
    return result;
  }

  /**
   * Tags the checked-out release commit, for use after a release pull request was merged.
   *
   * @param request the options of the tag goal; the level is ignored
   * @return the tags, or the failed guards
   * @throws ReleaseException if the version is a development version, or git refuses
   */
  public TagResult tag(PrepareRequest request) {
    RecoveredRepository found = writable(request.change(), "tags a release", "tag.json");
    GitRepository git = found.repository();
    TagResult result =
        new TagGoal(git, writer(git)).run(found.source(), found.recovered(), request);
    found.write(() -> PrepareJson.write(result, wording));
    return result;
  }

  /**
   * Undoes the last prepare, unless it was pushed.
   *
   * @param start the folder in which the goal runs
   * @param givenRoot the configured root, if any
   * @param dryRun whether to report only
   * @param offline whether to skip questions to remotes
   * @return the undone release
   * @throws ReleaseException if there is nothing to undo, the release may be public, or the
   *     repository changed since
   */
  public RollbackResult rollback(
      Path start, Optional<Path> givenRoot, boolean dryRun, boolean offline) {
    SourceRepository found = SourceRepository.open(git, start, givenRoot);
    GitRepository repository = found.repository().orElseThrow(RecoveredRepository::noCommit);
    NoGitProgram.refuse(repository, "undoes a release");
    return new RollbackGoal(repository, writer(repository), found.root(), FileSystemActions.SYSTEM)
        .run(dryRun, offline);
  }

  private RecoveredRepository recovered(ChangeRequest change, String report) {
    return recovered(SourceRepository.open(git, change.start(), change.root()), change, report);
  }

  private RecoveredRepository writable(ChangeRequest change, String what, String report) {
    SourceRepository found = SourceRepository.open(git, change.start(), change.root());
    found.repository().ifPresent(repository -> NoGitProgram.refuse(repository, what));
    return recovered(found, change, report);
  }

  private RecoveredRepository recovered(
      SourceRepository found, ChangeRequest change, String report) {
    return RecoveredRepository.open(
        git,
        found,
        interrupted(found.root()),
        change.dryRun(),
        report(found.root(), change.outputDirectory()),
        report);
  }

  private static Optional<OutputDirectory> report(Path root, Optional<Path> given) {
    return given.map(directory -> new OutputDirectory(root, directory));
  }

  private InterruptedRun interrupted(Path root) {
    return new InterruptedRun(git, processes, environment, root);
  }

  private GitWriter writer(GitRepository repository) {
    return new GitWriter(processes, repository.workTree(), environment);
  }

  /**
   * Builds the crates and Python packages of a repository into its dist folder, with checksums, and
   * writes package.json.
   *
   * @param request the options of the package goal
   * @param progress the listener to the build
   * @return the artifacts
   * @throws ReleaseException if a precondition fails, if a tool is missing, fails or creates other
   *     files, or if a folder cannot be written
   */
  public PackageResult build(PackageRequest request, BuildProgress progress) {
    Path root = root(request.start(), request.root());
    PackageResult result =
        new PackageGoal(git, processes, environment, timing.clock())
            .run(root, output(root, request.outputDirectory()), request, progress);
    report(root, request.outputDirectory())
        .ifPresent(o -> o.write("package.json", PackageJson.write(result)));
    return result;
  }

  /**
   * Publishes a release, or previews that, and writes release.json. Registries on other machines
   * are refused.
   *
   * @param request the options of the publish goal
   * @param listener the listener to progress
   * @return the state of the release
   * @throws ReleaseException if the release is ambiguous, a file is missing or invalid, an address
   *     or a token cannot be used, or another run holds the release
   */
  public PublishResult publish(PublishRequest request, ExecutionListener listener) {
    Path root = root(request.start(), request.root());
    Path output = output(root, request.outputDirectory()).create();
    Path dist = request.distDirectory().map(root::resolve).orElse(output.resolve("dist"));
    PublishResult result =
        new PublishGoal(git, environment, timing, HttpSettings.defaults(version()))
            .run(root, dist, request, listener);
    report(root, request.outputDirectory())
        .ifPresent(o -> o.write("release.json", ReleaseJson.write(result, wording)));
    return result;
  }

  /**
   * Builds a release, publishes it to registries inside this process, and writes rehearsal.json. It
   * needs no network, no token and no tag.
   *
   * @param request the options of the rehearse goal
   * @param listener the listener to progress
   * @return the result of the rehearsal
   * @throws ReleaseException if the build fails, or a fault is unknown
   */
  public RehearsalResult rehearse(RehearsalRequest request, RehearsalListener listener) {
    PackageRequest packaging = request.packaging();
    Path root = root(packaging.start(), packaging.root());
    OutputDirectory output = output(root, packaging.outputDirectory());
    RehearsalResult result =
        new RehearseGoal(git, processes, environment, timing, HttpSettings.rehearsal(version()))
            .run(root, output, request, this::check, listener);
    report(root, packaging.outputDirectory())
        .ifPresent(o -> o.write("rehearsal.json", ReleaseJson.write(result, wording)));
    return result;
  }

  /**
   * The faults that a rehearsal can inject.
   *
   * @return a line for each fault
   */
  public static List<String> faults() {
    return RehearsalFaults.explained();
  }

  /**
   * Runs the registries of a rehearsal until the process ends.
   *
   * @param request the options of the sandbox goal
   * @param started takes the registries once they listen
   * @throws ReleaseException if the port is taken or the state cannot be used
   */
  public void sandbox(SandboxRequest request, Consumer<Sandbox> started) {
    Path root = root(request.start(), request.root());
    Path state = output(root, request.outputDirectory()).create().resolve("sandbox");
    new SandboxGoal(timing).run(state, request, started);
  }

  private static String version() {
    String version = ReleaseSync.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private static OutputDirectory output(Path root, Optional<Path> directory) {
    return report(root, directory).orElseGet(() -> OutputDirectory.byDefault(root));
  }

  private Path root(Path start, Optional<Path> given) {
    return SourceRepository.open(git, start, given).root();
  }
}
