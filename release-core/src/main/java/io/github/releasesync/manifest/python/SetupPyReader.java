package io.github.releasesync.manifest.python;

import io.github.releasesync.manifest.python.PythonTokens.Kind;
import io.github.releasesync.manifest.python.PythonTokens.Token;
import io.github.releasesync.problem.Place;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a {@code setup.py} into its record. */
final class SetupPyReader {

  /** The modules that have a {@code setup} of their own name. */
  private static final Set<String> SETUP_MODULES = Set.of("setuptools", "core", "skbuild");

  private static final Set<String> FROM_GIT =
      Set.of("use_scm_version", "setuptools_git_versioning", "version_config", "pbr");

  private static final Set<String> GIT_MODULES = Set.of("versioneer", "setuptools_scm");

  private static final Set<String> EXTENSIONS = Set.of("RustExtension", "RustBin");

  private static final String COMPUTED = "it is computed there";

  /** An argument of a call: its keyword, if it has one, and the tokens of its value. */
  private record Argument(Optional<String> keyword, List<Token> value) {

    boolean is(String name) {
      return keyword.equals(Optional.of(name));
    }

    boolean isUnpacked() {
      return keyword.isEmpty() && !value.isEmpty() && value.get(0).isOperator("**");
    }
  }

  private final SourceText text;
  private final List<Token> tokens;

  SetupPyReader(SourceText text) {
    this.text = text;
    this.tokens = PythonTokens.of(text);
  }

  Optional<SetupPy> read() {
    List<Integer> calls = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isName("setup") && isCall(i) && isOfSetuptools(i)) {
        calls.add(i);
      }
    }
    if (calls.isEmpty()) {
      return Optional.empty();
    }
    Token call = tokens.get(calls.get(0));
    List<Argument> arguments = arguments(calls.get(0));
    Optional<Argument> name = argument(arguments, "name");
    Optional<Located<String>> stated = name.flatMap(this::literal);
    boolean unpacked = arguments.stream().anyMatch(Argument::isUnpacked);
    return Optional.of(
        new SetupPy(
            text.file(),
            stated,
            stated.isEmpty() && (name.isPresent() || unpacked),
            calls.size() == 1
                ? version(place(call), arguments, unpacked)
                : new PythonVersion.Dynamic(
                    place(call), new DynamicSource.Unknown("setup() is called more than once")),
            rustExtensions(),
            isPrivate(arguments)));
  }

  private boolean isCall(int at) {
    return at + 1 < tokens.size() && tokens.get(at + 1).isOperator("(");
  }

  /** Neither a definition nor a method of something else. */
  private boolean isOfSetuptools(int at) {
    if (at == 0) {
      return true;
    }
    Token before = tokens.get(at - 1);
    return before.isOperator(".")
        ? at > 1 && SETUP_MODULES.contains(String.valueOf(tokens.get(at - 2).text()))
        : !before.isName("def");
  }

  private PythonVersion version(Place call, List<Argument> arguments, boolean unpacked) {
    Optional<Argument> stated = argument(arguments, "version");
    if (stated.isPresent()) {
      Optional<Located<String>> literal = literal(stated.get());
      Place place = stated.get().value().stream().findFirst().map(this::place).orElse(call);
      return literal
          .<PythonVersion>map(PythonVersion.Literal::new)
          .orElseGet(() -> new PythonVersion.Dynamic(place, computed(stated.get())));
    }
    boolean git =
        arguments.stream()
            .anyMatch(
                a ->
                    a.keyword().filter(FROM_GIT::contains).isPresent()
                        && !a.value().isEmpty()
                        && !a.value().get(0).isName("False"));
    if (git) {
      return new PythonVersion.Dynamic(call, new DynamicSource.FromVcs());
    }
    return unpacked
        ? new PythonVersion.Dynamic(call, new DynamicSource.Unknown(COMPUTED))
        : new PythonVersion.Missing(call);
  }

  private DynamicSource computed(Argument version) {
    boolean module = version.value().stream().anyMatch(SetupPyReader::isGitModule);
    boolean function =
        version.value().stream().anyMatch(t -> t.isName("get_version"))
            && tokens.stream().anyMatch(SetupPyReader::isGitModule);
    return module || function ? new DynamicSource.FromVcs() : new DynamicSource.Unknown(COMPUTED);
  }

  private static boolean isGitModule(Token token) {
    return token.kind() == Kind.NAME && GIT_MODULES.contains(token.text());
  }

  private static Optional<Argument> argument(List<Argument> arguments, String keyword) {
    return arguments.stream().filter(a -> a.is(keyword)).findFirst();
  }

  /** The string of a value, or of the constant that it names. */
  private Optional<Located<String>> literal(Argument argument) {
    if (argument.value().size() != 1) {
      return Optional.empty();
    }
    Token value = argument.value().get(0);
    return value.kind() == Kind.NAME ? constant(value.text()) : literal(value);
  }

  private Optional<Located<String>> literal(Token token) {
    return token.isPlainString()
        ? Optional.of(new Located<>(token.text(), place(token)))
        : Optional.empty();
  }

  /** A name that the file assigns once, at top level, to a string that is the whole value. */
  private Optional<Located<String>> constant(String name) {
    Optional<Located<String>> found = Optional.empty();
    int assigned = 0;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.depth() == 0 && token.isName(name) && (isAssigned(i) || isBound(i))) {
        assigned++;
        found = token.first() ? assignedAt(i + 1) : Optional.empty();
      }
    }
    return assigned == 1 ? found : Optional.empty();
  }

  private boolean isAssigned(int at) {
    Token next = tokens.get(at + 1);
    return next.kind() == Kind.OPERATOR
        && (next.text().equals(":")
            || next.text().endsWith("=") && !Set.of("==", "!=", "<=", ">=").contains(next.text()));
  }

  private boolean isBound(int at) {
    return at > 0
        && Set.of("import", "as", "for", "global", "del")
            .contains(String.valueOf(tokens.get(at - 1).text()));
  }

  /** The string after {@code =} or {@code : str =}. */
  private Optional<Located<String>> assignedAt(int operator) {
    int equals = tokens.get(operator).isOperator(":") ? operator + 2 : operator;
    boolean whole =
        equals + 2 < tokens.size()
            && tokens.get(equals).isOperator("=")
            && tokens.get(equals + 2).kind() == Kind.LINE_END;
    return whole ? literal(tokens.get(equals + 1)) : Optional.empty();
  }

  private List<Located<String>> rustExtensions() {
    List<Located<String>> crates = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Kind.NAME && EXTENSIONS.contains(token.text()) && isCall(i)) {
        List<Argument> arguments = arguments(i);
        Optional<Argument> path = argument(arguments, "path").or(() -> second(arguments));
        (path.isPresent()
                ? path.flatMap(this::literal)
                : Optional.of(new Located<>("Cargo.toml", place(token))))
            .ifPresent(crates::add);
      }
    }
    return List.copyOf(crates);
  }

  private static Optional<Argument> second(List<Argument> arguments) {
    return arguments.stream().limit(2).skip(1).filter(a -> a.keyword().isEmpty()).findFirst();
  }

  private static boolean isPrivate(List<Argument> arguments) {
    return argument(arguments, "classifiers").stream()
        .flatMap(a -> a.value().stream())
        .anyMatch(t -> t.isPlainString() && t.text().startsWith("Private ::"));
  }

  /** The arguments of the call whose name is at an index. */
  private List<Argument> arguments(int name) {
    List<Argument> arguments = new ArrayList<>();
    int depth = tokens.get(name + 1).depth() + 1;
    List<Token> current = new ArrayList<>();
    for (Token token : tokens.subList(name + 2, tokens.size())) {
      boolean end = token.depth() < depth && token.kind() != Kind.LINE_END;
      if (end || token.depth() == depth && token.isOperator(",")) {
        if (!current.isEmpty()) {
          arguments.add(argument(current));
        }
        current = new ArrayList<>();
      } else {
        current.add(token);
      }
      if (end) {
        break;
      }
    }
    return arguments;
  }

  private static Argument argument(List<Token> tokens) {
    boolean keyword =
        tokens.size() > 1 && tokens.get(0).kind() == Kind.NAME && tokens.get(1).isOperator("=");
    return keyword
        ? new Argument(Optional.of(tokens.get(0).text()), tokens.subList(2, tokens.size()))
        : new Argument(Optional.empty(), tokens);
  }

  private Place place(Token token) {
    return text.place(token.offset());
  }
}
