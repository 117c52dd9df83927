package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.releasesync.problem.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
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
    return SessionWording.of(session(), execution("group", "remote")).command(Command.of("tag"));
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
