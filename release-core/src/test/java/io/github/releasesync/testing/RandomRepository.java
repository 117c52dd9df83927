package io.github.releasesync.testing;

import io.github.releasesync.process.Command;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.process.ProcessRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A repository with everything that readers could read in two ways: merges, nested tags, ignore
 * rules of all kinds, odd names, links, submodules, attributes, linked work trees, shallow clones,
 * changes that are not committed. The same seed always gives the same one.
 */
public final class RandomRepository {

  private static final String[] FOLDERS = {
    "", "a/", "a/b/", "a.b/", "crates/core/", "sp ace/", "Größe/", "日本/", "target/x/", "[x]/"
  };
  private static final String[] NAMES = {
    "Cargo.toml", "Cargo.lock", "pyproject.toml", "pom.xml", "README.md", "build.log", "a0", "-e",
    "#hash", "!bang", "q\"uote", "we[i]rd*.toml", "tab\tname", "line\nend", "trail ", "back\\slash",
    "é.txt", ".hidden", "data.bin"
  };
  private static final String[] RULES = {
    "target/",
    "*.log",
    "/a0",
    "!keep.log",
    "a/b",
    "**/x",
    "a/**",
    "*.toml",
    "!Cargo.toml",
    "# comment",
    "\\#hash",
    "\\!bang",
    "[x]",
    "?0",
    "sp ace",
    "trail\\ ",
    "build.*  ",
    "*",
    "!*/",
    "crates/*/Cargo.lock",
    "/*.bin",
    "Gr??e",
    ".hidden",
    "q\"uote",
    "a.b/",
    "**/core/**",
    "[a-c]0",
    "[!a]0",
    "tab\tname",
    "*.lo[!a]",
    "**/b/",
    "a/*",
    "!a/b/",
    "x/**/y",
    "**"
  };
  private static final String[] ATTRIBUTES = {
    "* text=auto",
    "*.toml text eol=crlf",
    "*.md eol=lf",
    "*.bin binary",
    "*.log -diff",
    "a0 diff",
    "*.xml text",
    "README.md -text"
  };
  private static final String[] CONTENTS = {
    "version = \"1.1.0\"\n", "one\ntwo\n", "crlf\r\nlines\r\n", "nul\0 1.1.0\n", "", "no line end"
  };

  private final Random random;
  private final Path home;
  private final Path top;
  private final ProcessRunner runner;
  private final List<String> branches = new ArrayList<>(List.of("main"));
  private final List<Path> tops = new ArrayList<>();
  private int number;

  /** Makes the repository in a folder, by a user whose home is there too. */
  public RandomRepository(Path folder, BothReaders user, long seed) {
    this.random = new Random(seed);
    this.home = folder;
    this.top = folder.resolve("r");
    this.runner = user.runner();
    tops.add(top);
    write(home, ".gitconfig", userConfiguration());
    if (chance(50)) {
      write(home, chance(50) ? "mine" : ".config/git/ignore", rules());
    }
    create(top);
    git("init", "--quiet", "--initial-branch=main");
    configure();
    int steps = 6 + random.nextInt(14);
    for (int i = 0; i < steps; i++) {
      step();
    }
    store();
    elsewhere();
    leaveChanges();
  }

  /** The tops of its work trees, and those of its clones. */
  public List<Path> tops() {
    return tops;
  }

  private String userConfiguration() {
    StringBuilder text = new StringBuilder("[user]\n\tname = Ada\n\temail = ada@example.org\n");
    text.append("[protocol \"file\"]\n\tallow = always\n[core]\n");
    if (chance(30)) {
      text.append("\texcludesFile = ~/mine\n");
    }
    if (chance(30)) {
      text.append("\tautocrlf = ").append(pick("true", "input", "false")).append('\n');
    }
    if (chance(20)) {
      text.append("[status]\n\tshowUntrackedFiles = ").append(pick("all", "no", "normal"));
    }
    return text.append('\n').toString();
  }

  private void configure() {
    if (chance(20)) {
      git("config", "core.symlinks", "true");
    }
    if (chance(20)) {
      git("config", "core.fileMode", "false");
    }
    if (chance(30)) {
      write(top, ".git/info/exclude", rules());
    }
    if (chance(20)) {
      write(top, ".git/info/attributes", pick(ATTRIBUTES) + "\n");
    }
  }

  private void step() {
    switch (random.nextInt(14)) {
      case 0 -> branch();
      case 1 -> merge();
      case 2 -> tag();
      case 3 -> tag();
      case 4 -> write(top, pick(FOLDERS) + ".gitignore", rules());
      case 5 -> write(top, pick(FOLDERS) + ".gitattributes", pick(ATTRIBUTES) + "\n");
      case 6 -> link();
      case 7 -> submodule();
      case 8 -> commit("--amend");
      default -> {
        touch();
        commit();
      }
    }
  }

  private void touch() {
    for (int i = 0; i < 3; i++) {
      String path = pick(FOLDERS) + pick(NAMES);
      if (chance(15)) {
        attempt("rm", "-rf", "--quiet", "--ignore-unmatch", "--", ":(literal)" + path);
      } else {
        write(top, path, pick(CONTENTS) + (chance(30) ? number++ + "\n" : ""));
        if (chance(20)) {
          top.resolve(path).toFile().setExecutable(true);
        }
        if (chance(25)) {
          attempt("add", "--force", "--", ":(literal)" + path);
        }
      }
    }
  }

  private void commit(String... more) {
    attempt("add", "--all");
    List<String> arguments = new ArrayList<>();
    if (chance(10)) {
      arguments.addAll(List.of("-c", "i18n.commitEncoding=ISO-8859-1"));
    }
    arguments.addAll(List.of("commit", "--quiet", "--allow-empty", "--allow-empty-message"));
    arguments.addAll(List.of("--cleanup=verbatim", "--file=-"));
    arguments.addAll(List.of(more));
    run(message(), top, true, arguments);
  }

  private byte[] message() {
    String text =
        pick("feat: ", "fix(a): ", "", "  ", "Größe: ") + ++number + pick("", "\n", "\n\nbody\n\n");
    return chance(10)
        ? text.getBytes(StandardCharsets.ISO_8859_1)
        : (text + (chance(20) ? "\nRefs: #1\n\n\n" : "")).getBytes(StandardCharsets.UTF_8);
  }

  private void branch() {
    if (chance(50) && attempt("rev-parse", "HEAD")) {
      String name = "side/" + ++number;
      attempt("checkout", "--quiet", "-b", name);
      branches.add(name);
    } else {
      attempt("checkout", "--quiet", "--force", branches.get(random.nextInt(branches.size())));
    }
  }

  private void merge() {
    String other = branches.get(random.nextInt(branches.size()));
    if (!attempt("merge", "--quiet", "--no-ff", "--no-edit", pick("-Xours", "-sours"), other)) {
      attempt("add", "--all");
      attempt("commit", "--quiet", "--no-edit");
    }
  }

  private void tag() {
    String name = pick("v", "core/v", "ü-", "x-y/z/") + ++number;
    switch (random.nextInt(6)) {
      case 0 -> attempt("tag", name);
      case 1 -> attempt("tag", name, "HEAD^{tree}");
      case 2 -> attempt("tag", "--annotate", "--message=tree", name, "HEAD^{tree}");
      case 3 -> {
        attempt("tag", "--annotate", "--message=inner", name);
        attempt("tag", "--annotate", "--message=outer", name + "-outer", name);
      }
      default -> attempt("tag", "--annotate", "--message=" + pick("", "m\n\nx"), name);
    }
  }

  private void link() {
    Path link = top.resolve(pick(FOLDERS) + "link" + number++);
    create(link.getParent());
    try {
      Files.createSymbolicLink(link, Path.of(pick("a", "README.md", "nowhere", "..", "/nowhere")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void submodule() {
    Path other = home.resolve("other" + number);
    create(other);
    run(other, "init", "--quiet", "--initial-branch=main");
    write(other, "Cargo.toml", "sub\n");
    run(other, "add", "--force", "--all");
    run(other, "commit", "--quiet", "--message=sub");
    String path = pick(FOLDERS) + "sub" + number++;
    if (attempt("submodule", "--quiet", "add", other.toUri().toString(), path) && chance(30)) {
      write(top.resolve(path), pick("Cargo.toml", "new.txt"), "changed\n");
    }
  }

  /** Some of the ways in which git stores the same. */
  private void store() {
    if (chance(40)) {
      attempt("pack-refs", "--all");
    }
    if (chance(40)) {
      attempt("gc", "--quiet", pick("--auto", "--prune=now"));
    }
    if (chance(30)) {
      attempt("commit-graph", "write", "--reachable", "--changed-paths");
    }
    if (chance(30)) {
      attempt("update-index", "--index-version", pick("2", "3", "4"));
    }
  }

  private void elsewhere() {
    if (chance(30) && attempt("worktree", "add", "--quiet", "--detach", "../linked")) {
      tops.add(home.resolve("linked"));
      write(home.resolve("linked"), pick(FOLDERS) + pick(NAMES), "linked\n");
    }
    clone("shallow", "--depth=" + (1 + random.nextInt(3)));
    clone("partial", "--filter=blob:none");
    clone("plain");
    if (chance(20)) {
      attempt("sparse-checkout", "set", "--cone", "a", "crates");
    }
  }

  private void clone(String name, String... more) {
    if (!chance(30)) {
      return;
    }
    List<String> arguments = new ArrayList<>(List.of("clone", "--quiet"));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of(top.toUri().toString(), "../" + name));
    if (run(new byte[0], top, true, arguments)) {
      tops.add(home.resolve(name));
    }
  }

  /** What is in no commit. */
  private void leaveChanges() {
    if (chance(20)) {
      return;
    }
    touch();
    if (chance(50)) {
      attempt("add", "--all");
      touch();
    }
    if (chance(20)) {
      write(top, "intended.toml", "1.1.0\n");
      attempt("add", "--intent-to-add", "intended.toml");
    }
    if (chance(20)) {
      Path nested = top.resolve(pick(FOLDERS) + "nested");
      create(nested);
      run(nested, "init", "--quiet");
      write(nested, "Cargo.toml", "nested\n");
    }
    if (chance(20)) {
      create(top.resolve(pick(FOLDERS) + "empty/folder"));
    }
    if (chance(15)) {
      attempt("checkout", "--quiet", "--detach");
    }
    if (chance(15)) {
      conflict();
    }
  }

  private void conflict() {
    attempt("stash", "--quiet", "--include-untracked");
    attempt("checkout", "--quiet", "-b", "conflict");
    write(top, "both.toml", "one\n");
    commit();
    attempt("checkout", "--quiet", "-b", "conflict2", "HEAD~1");
    write(top, "both.toml", "two\n");
    commit();
    attempt("merge", "--quiet", "conflict");
  }

  private String rules() {
    StringBuilder text = new StringBuilder(chance(10) ? "\uFEFF" : "");
    int count = 1 + random.nextInt(3);
    String end = chance(15) ? "\r\n" : "\n";
    for (int i = 0; i < count; i++) {
      text.append(pick(RULES)).append(end);
    }
    return chance(10) ? text.toString().strip() : text.toString();
  }

  private void git(String... arguments) {
    if (!attempt(arguments)) {
      throw new AssertionError(String.join(" ", arguments));
    }
  }

  private boolean attempt(String... arguments) {
    return run(new byte[0], top, true, List.of(arguments));
  }

  private void run(Path directory, String... arguments) {
    run(new byte[0], directory, false, List.of(arguments));
  }

  private boolean run(byte[] input, Path directory, boolean mayFail, List<String> arguments) {
    List<String> argv = new ArrayList<>(List.of("git"));
    argv.addAll(arguments);
    long authored = 1_700_000_000L + 60L * number + random.nextInt(3) * 30;
    // Some clocks are slow, and several commits are of one second.
    long committed = 1_700_000_000L + 60L * number / 3 * 3 - (chance(10) ? 600 : 0);
    ProcessResult result =
        runner.run(
            Command.of(directory, argv)
                .withInput(input)
                .withEnvironment("GIT_AUTHOR_DATE", authored + " " + pick("+0000", "-0730"))
                .withEnvironment("GIT_COMMITTER_DATE", committed + " " + pick("+0000", "+1245")));
    if (!result.succeeded() && !mayFail) {
      throw new AssertionError(argv + ": " + result.errorText());
    }
    return result.succeeded();
  }

  private static void write(Path folder, String path, String text) {
    try {
      Path file = folder.resolve(path);
      if (Files.isDirectory(file) || !isBelow(file.getParent(), folder)) {
        return;
      }
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Not through a link, and not below a file. */
  private static boolean isBelow(Path folder, Path top) {
    for (Path p = folder; p.startsWith(top); p = p.getParent()) {
      if (Files.isSymbolicLink(p) || Files.isRegularFile(p)) {
        return false;
      }
    }
    return true;
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String pick(String... from) {
    return from[random.nextInt(from.length)];
  }
}
