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

/** The goals, each as a method: the front door of the library. */
public final class ReleaseSync {

  private static final Consumer<Problem> IN_REPORTS_ONLY = notice -> {};

  private final Git git;
  private final Consumer<Problem> notices;
  private boolean toldOfGit;
  private final ProcessRunner processes;
  private final Map<String, String> environment;
  private final Wording wording;
  private final Timing pace = new SystemTiming();
  private final Clock clock = Clock.systemUTC();

  /**
   * The goals in a given environment, for users of Maven.
   *
   * @param processes what starts programs
   */
  public ReleaseSync(ProcessRunner processes) {
    this(processes, Map.of());
  }

  /**
   * The goals in a given environment, for users of Maven.
   *
   * @param processes what starts programs
   * @param environment the variables of this process
   */
  public ReleaseSync(ProcessRunner processes, Map<String, String> environment) {
    this(processes, environment, MavenWording.DECLARED);
  }

  /**
   * The goals in a given environment.
   *
   * @param processes what starts programs
   * @param environment the variables of this process
   * @param wording how reports write commands
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
   * @param wording how reports write commands
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
   * @param request the repository, and which findings fail
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
   * @return what writes annotations and a step summary where the environment names a service
   */
  public ContinuousIntegrationOutput continuousIntegration() {
    return new ContinuousIntegrationOutput(environment, wording);
  }

  /**
   * Works out what would be released next, and why. Writes next.json if the request names an output
   * directory.
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
   * Gives every follower the version of its lead, in the notation of its ecosystem: in manifests,
   * in what siblings require, in locks.
   *
   * @param request what to change
   * @return what changed
   * @throws ReleaseException if something cannot be read, edited or written; the tree is as before
   */
  public SyncResult sync(ChangeRequest request) {
    RecoveredRepository found = recovered(request);
    SyncResult result =
        new SyncGoal(FileSystemActions.SYSTEM).run(found.source(), found.recovered(), request);
    found.report("sync.json", () -> ChangeJson.write(result, wording));
    return result;
  }

  /**
   * Does the same, and commits what it changed and nothing else: for a release that another tool
   * commits and tags afterwards.
   *
   * @param request what to change
   * @return what changed
   * @throws ReleaseException if something cannot be read, edited, written or committed; the tree is
   *     as before
   */
  public SyncResult syncAndCommit(ChangeRequest request) {
    RecoveredRepository found = writable(request, "commits");
    GitRepository git = found.repository();
    SyncResult result =
        new SyncGoal(FileSystemActions.SYSTEM)
            .commit(found.source(), found.recovered(), request, git, writer(git));
    found.report("sync.json", () -> ChangeJson.write(result, wording));
    return result;
  }

  /**
   * Bumps the version of a group and what depends on it, or that of one package.
   *
   * @param request what to change
   * @param level how far: {@code patch}, {@code minor-alpha}, {@code release}, a version
   * @param options what else is bumped, or what instead
   * @return what was bumped
   * @throws ReleaseException if the level is none or leads nowhere from here, the package that is
   *     named cannot be bumped on its own, or something cannot be read, edited or written; the tree
   *     is as before
   */
  public BumpResult bump(ChangeRequest request, String level, BumpOptions options) {
    RecoveredRepository found = recovered(request);
    BumpResult result =
        new BumpGoal(FileSystemActions.SYSTEM)
            .run(found.source(), found.recovered(), request, level, options);
    found.report("bump.json", () -> ChangeJson.write(result, wording));
    return result;
  }

  /**
   * Writes the configuration that says what was inferred into the POM at the root, which is made
   * where there is none, with what the settings of other tools say.
   *
   * @param request where to write
   * @return what is written, and what is not
   * @throws ReleaseException if something cannot be read, edited or written; the tree is as before
   */
  public InitResult init(InitRequest request) {
    ChangeRequest change = request.change();
    SourceRepository found = SourceRepository.open(git, change.start(), change.root());
    return new InitGoal(FileSystemActions.SYSTEM).run(found, request);
  }

  /**
   * Brings the tree to a tagged release commit, or changes nothing.
   *
   * @param request what to release, and from where
   * @return what was prepared, or the guards that block it
   * @throws ReleaseException if the level leads nowhere, something cannot be read, edited or
   *     written, or git refuses; all is as before then
   */
  public PrepareResult prepare(PrepareRequest request) {
    RecoveredRepository found = writable(request.change(), "commits and tags a release");
    GitRepository git = found.repository();
    PrepareResult result =
        new PrepareGoal(git, writer(git), FileSystemActions.SYSTEM, clock)
            .run(found.source(), found.recovered(), found.output(), request);
    found.report("prepare.json", () -> PrepareJson.write(result, wording));
    return result;
  }

  /**
   * Tags the release commit that is checked out, as after a pull request was merged.
   *
   * @param request what to tag; its level does not count
   * @return what was tagged, or the guards that block it
   * @throws ReleaseException if the version is never released, or git refuses
   */
  public TagResult tag(PrepareRequest request) {
    RecoveredRepository found = writable(request.change(), "tags a release");
    GitRepository git = found.repository();
    TagResult result =
        new TagGoal(git, writer(git)).run(found.source(), found.recovered(), request);
    found.report("tag.json", () -> PrepareJson.write(result, wording));
    return result;
  }

  /**
   * Undoes the last prepare, unless it was pushed.
   *
   * @param start the folder that the goal runs for
   * @param givenRoot the folder to change instead, if one is given
   * @param dryRun whether only to say what would be undone
   * @param offline whether no remote is asked
   * @return what was undone
   * @throws ReleaseException if there is nothing to undo, others may have seen it, or something was
   *     done since
   */
  public RollbackResult rollback(
      Path start, Optional<Path> givenRoot, boolean dryRun, boolean offline) {
    SourceRepository found = SourceRepository.open(git, start, givenRoot);
    GitRepository repository = found.repository().orElseThrow(RecoveredRepository::noCommit);
    NoGitProgram.refuse(repository, "undoes a release");
    return new RollbackGoal(repository, writer(repository), found.root(), FileSystemActions.SYSTEM)
        .run(dryRun, offline);
  }

  private RecoveredRepository recovered(ChangeRequest change) {
    return recovered(SourceRepository.open(git, change.start(), change.root()), change);
  }

  private RecoveredRepository writable(ChangeRequest change, String what) {
    SourceRepository found = SourceRepository.open(git, change.start(), change.root());
    found.repository().ifPresent(repository -> NoGitProgram.refuse(repository, what));
    return recovered(found, change);
  }

  private RecoveredRepository recovered(SourceRepository found, ChangeRequest change) {
    return RecoveredRepository.open(
        git, found, interrupted(found.root()), change.outputDirectory());
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
   * @param request what to build, and how
   * @param progress who is told while it is done
   * @return what was made
   * @throws ReleaseException if something is not as it must be before, if a tool is missing, fails
   *     or makes something else, or if a folder cannot be written
   */
  public PackageResult build(PackageRequest request, BuildProgress progress) {
    Path root = root(request.start(), request.root());
    PackageResult result =
        new PackageGoal(git, processes, environment, pace.clock())
            .run(root, output(root, request.outputDirectory()), request, progress);
    report(root, request.outputDirectory())
        .ifPresent(o -> o.write("package.json", PackageJson.write(result)));
    return result;
  }

  /**
   * Publishes a release, or previews that, and writes release.json. Registries that are not on this
   * machine are refused.
   *
   * @param request what to publish, and where
   * @param listener who is told while it is done
   * @return where the release stands
   * @throws ReleaseException if it is not clear what to publish, a file is missing or not as it
   *     must be, an address or a token cannot be used, or another run is working on the release
   */
  public PublishResult publish(PublishRequest request, ExecutionListener listener) {
    Path root = root(request.start(), request.root());
    Path output = output(root, request.outputDirectory()).create();
    Path dist = request.distDirectory().map(root::resolve).orElse(output.resolve("dist"));
    PublishResult result =
        new PublishGoal(git, environment, pace, HttpSettings.defaults(version()))
            .run(root, dist, request, listener);
    report(root, request.outputDirectory())
        .ifPresent(o -> o.write("release.json", ReleaseJson.write(result, wording)));
    return result;
  }

  /**
   * Builds a release and publishes it to registries inside this process, and writes rehearsal.json.
   * No network, no token and no tag is needed.
   *
   * @param request what to rehearse
   * @param listener who is told while it is done
   * @return how it went
   * @throws ReleaseException if it cannot be built, or a fault is not known
   */
  public RehearsalResult rehearse(RehearsalRequest request, RehearsalListener listener) {
    PackageRequest packaging = request.packaging();
    Path root = root(packaging.start(), packaging.root());
    OutputDirectory output = output(root, packaging.outputDirectory());
    RehearsalResult result =
        new RehearseGoal(git, processes, environment, pace, HttpSettings.rehearsal(version()))
            .run(root, output, request, this::check, listener);
    report(root, packaging.outputDirectory())
        .ifPresent(o -> o.write("rehearsal.json", ReleaseJson.write(result, wording)));
    return result;
  }

  /**
   * What can go wrong in a rehearsal on request.
   *
   * @return a line for each fault
   */
  public static List<String> faults() {
    return RehearsalFaults.explained();
  }

  /**
   * Runs the registries of a rehearsal until the process ends.
   *
   * @param request where, and with what faults
   * @param started takes the registries once they listen
   * @throws ReleaseException if the port is taken or the state cannot be used
   */
  public void sandbox(SandboxRequest request, Consumer<Sandbox> started) {
    Path root = root(request.start(), request.root());
    Path state = output(root, request.outputDirectory()).create().resolve("sandbox");
    new SandboxGoal(pace).run(state, request, started);
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
