package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.releasesync.problem.Command;
import io.github.releasesync.report.Wording;
import io.github.releasesync.text.ShellWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.DuplicateMojoDescriptorException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.eclipse.aether.RepositorySystemSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A printed command means what the command before it meant. */
class SessionWordingTest {

  private static final String TAG = "mvn release-sync:tag";

  @TempDir private Path folder;
  private final Properties typed = new Properties();
  private Path mvn;

  @BeforeEach
  void makeFolder() throws IOException {
    mvn = Files.createDirectories(folder.resolve(".mvn"));
  }

  private String tag() {
    return wording(session(), folder).command(Command.of("tag"));
  }

  private static Wording wording(MavenSession session, Path folder) {
    return SessionWording.of(session, execution("group", "remote"), folder);
  }

  @SuppressWarnings("deprecation")
  private MavenSession session() {
    MavenExecutionRequest request =
        new DefaultMavenExecutionRequest()
            .setUserProperties(typed)
            .setSystemProperties(new Properties());
    request.setMultiModuleProjectDirectory(folder.toFile());
    request.addPluginGroup("io.github.releasesync");
    MavenSession session =
        new MavenSession(
            null, (RepositorySystemSession) null, request, new DefaultMavenExecutionResult());
    MavenProject project = new MavenProject();
    project.setExecutionRoot(true);
    session.setProjects(List.of(project));
    return session;
  }

  private static MojoExecution execution(String... options) {
    PluginDescriptor plugin = new PluginDescriptor();
    plugin.setGroupId("io.github.releasesync");
    plugin.setArtifactId("release-sync-maven-plugin");
    plugin.setVersion("1.0.0");
    plugin.setGoalPrefix("release-sync");
    MojoDescriptor goal = new MojoDescriptor();
    goal.setGoal("tag");
    goal.setPluginDescriptor(plugin);
    PlexusConfiguration configuration = new DefaultPlexusConfiguration("configuration");
    for (String option : options) {
      configuration.addChild(option, "${release-sync." + option + "}");
    }
    goal.setMojoConfiguration(configuration);
    addTo(plugin, goal);
    return new MojoExecution(goal);
  }

  private static void addTo(PluginDescriptor plugin, MojoDescriptor goal) {
    try {
      plugin.addMojo(goal);
    } catch (DuplicateMojoDescriptorException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MavenProject module(String path, boolean declares) {
    MavenProject module = new MavenProject();
    module.setArtifactId("module");
    module.setFile(Path.of(path).toAbsolutePath().toFile());
    if (declares) {
      Plugin plugin = new Plugin();
      plugin.setGroupId("io.github.releasesync");
      plugin.setArtifactId("release-sync-maven-plugin");
      module.getBuild().addPlugin(plugin);
    }
    return module;
  }

  /** Bound in a module, the goal has the configuration of that module. */
  @Test
  void thePomOfTheModuleThatWasConfiguredIsNamed() {
    MavenSession session = session();
    session.getRequest().getPluginGroups().clear();
    session.getRequest().setPom(Path.of("pom.xml").toAbsolutePath().toFile());
    MavenProject module = module("examples/quick start/pom.xml", true);
    session.setProjects(List.of(session.getCurrentProject(), module));
    assertThat(wording(session, folder).command(Command.of("tag")))
        .isEqualTo("mvn io.github.releasesync:release-sync-maven-plugin:1.0.0:tag");

    session.setCurrentProject(module);
    assertThat(wording(session, folder).command(Command.of("tag")))
        .isEqualTo("mvn -f 'examples/quick start/pom.xml' release-sync:tag");
  }

  /** With -pl, the POM of the call is not a project of the session. */
  @Test
  void thePomOfASelectedModuleIsNamed() {
    MavenSession session = session();
    session.getRequest().setPom(Path.of("pom.xml").toAbsolutePath().toFile());
    session.setProjects(List.of(module("../B/pom.xml", true)));
    assertThat(wording(session, folder).command(Command.of("tag")))
        .isEqualTo("mvn -f ../B/pom.xml release-sync:tag");
  }

  @Test
  void gitIsSentIntoAnotherRepository() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    Path inside = Files.createDirectory(folder.resolve("engine"));
    assertThat(wording(session(), inside).git("diff"))
        .isEqualTo("git -C " + ShellWord.of(inside.toRealPath().toString()) + " diff");
    assertThat(wording(session(), Path.of("").toAbsolutePath()).git("diff")).isEqualTo("git diff");
    assertThat(wording(session(), folder.resolve("missing")).git("diff")).isEqualTo("git diff");
  }

  @Test
  void whatIsInTheFolderOfMavenIsNotRepeated() throws IOException {
    Files.writeString(mvn.resolve("maven.config"), "-Drelease-sync.group=engine\n");
    typed.setProperty("release-sync.group", "engine");
    typed.setProperty("release-sync.remote", "upstream");

    assertThat(tag()).isEqualTo(TAG + " -Drelease-sync.remote=upstream");
  }

  @Test
  void whatOverridesTheFolderOfMavenIsRepeated() throws IOException {
    Files.writeString(mvn.resolve("maven.config"), "-Drelease-sync.group=engine\n");
    typed.setProperty("release-sync.group", "tools");

    assertThat(tag()).isEqualTo(TAG + " -Drelease-sync.group=tools");
  }

  @Test
  void anEmptyValueStaysEmpty() {
    typed.setProperty("release-sync.group", "");

    assertThat(tag()).isEqualTo(TAG + " -Drelease-sync.group=");
  }

  /** A failure is worded, too, so nothing that it needs may fail. */
  @Test
  void aFolderOfMavenThatCannotBeReadHidesNoFailure() throws IOException {
    Files.write(mvn.resolve("maven.config"), new byte[] {'-', 'B', '\n', (byte) 0xff});
    typed.setProperty("release-sync.group", "tools");

    assertThat(catchThrowable(this::tag)).isNull();
    assertThat(tag()).isEqualTo(TAG + " -Drelease-sync.group=tools");
  }

  @Test
  void anAddressIsRepeatedWithoutItsCredential() {
    typed.setProperty("release-sync.remote", "https://ada:s3cr3t@example.com/engine.git");

    assertThat(tag()).isEqualTo(TAG + " -Drelease-sync.remote=https://example.com/engine.git");
  }
}
