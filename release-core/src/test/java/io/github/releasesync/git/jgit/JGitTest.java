package io.github.releasesync.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.git.GitAnswer;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.NotARepository;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.Command;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.process.SystemProcessRunner;
import io.github.releasesync.testing.BothReaders;
import io.github.releasesync.testing.GitSandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What JGit opens, and what it does not. */
class JGitTest {

  @TempDir Path temp;
  private Path home;
  private GitSandbox git;

  @BeforeEach
  void repository() throws IOException {
    home = Files.createDirectory(temp.toRealPath().resolve("home"));
    git = GitSandbox.init(home.resolveSibling("it's here")).write("a/b.txt", "").commit("one");
  }

  private Map<String, String> environment() {
    return Map.of("HOME", home.toString(), "GIT_CONFIG_NOSYSTEM", "1");
  }

  private GitAnswer asStranger(String userConfiguration) throws IOException {
    Files.writeString(home.resolve(".gitconfig"), userConfiguration);
    Ownership stranger = new Ownership("someone else", environment());
    return new JGit(environment(), Optional.of(stranger)).open(git.path("a"));
  }

  @Test
  void aFolderOutsideARepositoryOrInItIsNamedAsGitNamesIt() {
    BothReaders readers = new BothReaders(home);
    readers.compare(home).compare(git.path(".git")).compare(git.path("a"));
    readers.compare(GitSandbox.init(home.resolve("bare"), "--bare").directory());
    readers.compare(GitSandbox.init(home.resolve("unborn")).write("a.txt", "").directory());
    git.git("config", "core.bare", "true");
    readers.compare(git.directory());
    assertThat(readers.differences()).isEmpty();
  }

  @Test
  void aRepositoryOfSomeoneElseIsRefusedWithTheCommandOfGit() throws IOException {
    NotARepository refused = (NotARepository) asStranger("");
    assertThat(refused.reason())
        .isEqualTo("detected dubious ownership in repository at '" + git.directory() + "'");
    String quoted = git.directory().toString().replace("'", "'\\''");
    assertThat(refused.remedy())
        .contains("git config --global --add safe.directory '" + quoted + "'");
  }

  @Test
  void whatTheUserTrustsIsRead() throws IOException {
    assertThat(asStranger("[safe]\ndirectory = \"" + git.directory() + "\"\n"))
        .isInstanceOf(GitRepository.class);
    assertThat(asStranger("[safe]\ndirectory = *\n")).isInstanceOf(GitRepository.class);
    assertThat(asStranger("[safe]\ndirectory = \"" + home.getParent() + "/*\"\n"))
        .isInstanceOf(GitRepository.class);
    assertThat(asStranger("[safe]\ndirectory = \"~/../it's here\"\n"))
        .isInstanceOf(GitRepository.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[safe]\ndirectory = *\ndirectory =\n", "[safe]\ndirectory = a\n"})
  void whatTheUserDoesNotTrustIsNot(String configuration) throws IOException {
    assertThat(asStranger(configuration)).isInstanceOf(NotARepository.class);
  }

  @Test
  void aRepositoryCannotTrustItself() throws IOException {
    git.git("config", "safe.directory", "*");
    assertThat(asStranger("")).isInstanceOf(NotARepository.class);
  }

  @Test
  void anExtensionThatIsNotKnownIsAProblem() {
    git.git("config", "core.repositoryFormatVersion", "1");
    git.git("config", "extensions.later", "true");
    assertThat(failure().message()).isEqualTo("JGit: unknown repository extension: later");
  }

  @Test
  void idsOfSha256AreAProblem() {
    git.git("config", "core.repositoryFormatVersion", "1");
    git.git("config", "extensions.objectFormat", "sha256");
    assertThat(failure().message()).isEqualTo("JGit: ids of another kind than SHA-1: sha256");
  }

  @Test
  void configurationThatCannotBeReadIsAProblem() throws IOException {
    Files.writeString(git.path(".git/config"), "[core\u001b[31m\n");
    assertThat(failure().message()).startsWith("JGit: bad config").doesNotContain("\u001b");
  }

  private Problem failure() {
    Problem problem =
        catchThrowableOfType(
                ReleaseException.class, () -> new JGit(environment()).open(git.directory()))
            .problem();
    assertThat(problem.code()).isEqualTo(Code.GIT_FAILED);
    return problem;
  }

  /** Prints the files of a folder, in a process without a locale. */
  public static final class Lister {

    private Lister() {}

    /** Of the folder of the first argument. */
    public static void main(String[] arguments) {
      Path folder = Path.of(arguments[0]);
      GitRepository repository = new JGit(Map.of()).open(folder).repository().orElseThrow();
      byte[] names = String.join("\n", repository.files(folder)).getBytes(StandardCharsets.UTF_8);
      System.out.writeBytes(names);
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no locale of bytes")
  void namesAreThoseOfGitInAContainerWithoutALocale() throws IOException {
    GitSandbox named = GitSandbox.init(home.resolve("named"));
    named.write(".gitignore", "ignoriert-ö\n").write("Größe/ü.txt", "").commit("one");
    named.write("Größe/日本.txt", "").write("Größe/ignoriert-ö", "");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classPath = System.getProperty("java.class.path");
    ProcessResult result =
        new SystemProcessRunner(System.getenv())
            .run(
                Command.of(
                        home,
                        java.toString(),
                        "-cp",
                        classPath,
                        Lister.class.getName(),
                        named.directory().toString())
                    .withEnvironment("LC_ALL", "POSIX"));
    assertThat(result.outputText().lines())
        .as(result.errorText())
        .containsExactly(".gitignore", "Größe/ü.txt", "Größe/日本.txt");
  }

  @Test
  void readingWritesNothingAndStartsNothing() throws IOException {
    git.write(".gitattributes", "*.txt filter=own\n").write("c.txt", "1.0.0").commit("two");
    Path ran = home.resolve("ran");
    git.git("config", "filter.own.clean", "touch '" + ran + "' && cat");
    git.git("config", "core.fsmonitor", "touch '" + ran + "'");
    git.write("c.txt", "1.1.0");
    Map<Path, Long> before = files();
    GitRepository repository = (GitRepository) new JGit(environment()).open(git.directory());
    assertThat(repository.changes(git.directory())).containsExactly("c.txt");
    assertThat(repository.files(git.directory())).contains("c.txt");
    assertThat(ran).doesNotExist();
    assertThat(files()).isEqualTo(before);
  }

  private Map<Path, Long> files() throws IOException {
    Map<Path, Long> times = new TreeMap<>();
    Files.walkFileTree(
        home.getParent(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            times.put(file, attributes.lastModifiedTime().toMillis());
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            times.put(folder, Files.getLastModifiedTime(folder).toMillis());
            return FileVisitResult.CONTINUE;
          }
        });
    return times;
  }
}
