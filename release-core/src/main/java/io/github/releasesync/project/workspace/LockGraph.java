package io.github.releasesync.project.workspace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packages of a Cargo.lock or uv.lock and what they depend on. It is read line by line, as
 * Cargo and uv write it: hundreds of locks of a history have to be compared.
 */
public final class LockGraph {

  /** {@code key = "value"} at the beginning of a line. */
  private static final Pattern TEXT = Pattern.compile("(name|version|source|checksum) = (.*)");

  /** The name, and perhaps the version, of a dependency in Cargo.lock. */
  private static final Pattern CARGO = Pattern.compile("\\s+\"([^\" ]+)(?: ([^\" ]+))?[^\"]*\",?");

  /** The name of a dependency in uv.lock. */
  private static final Pattern UV = Pattern.compile("\\{ name = \"([^\"]+)\"");

  private static final Pattern UV_VERSION = Pattern.compile("version = \"([^\"]+)\"");

  /**
   * An entry.
   *
   * @param name the name
   * @param version the version; empty where none is stated
   * @param origin where it comes from, with its checksum; empty for a package of the repository
   * @param dependencies {@code name} or {@code name version}
   */
  private record Entry(String name, String version, String origin, List<String> dependencies) {

    boolean isOwn() {
      return origin.isEmpty();
    }

    Set<String> names() {
      Set<String> names = new TreeSet<>();
      dependencies.forEach(d -> names.add(nameOf(d)));
      return names;
    }
  }

  private final Map<String, List<Entry>> byName = new HashMap<>();

  /** Reads locks of one history. Entries that did not change are kept once. */
  public static final class Reader {

    private final Map<Entry, Entry> known = new HashMap<>();

    /**
     * Reads a lock.
     *
     * @param text its text
     * @return the packages; nothing of what is written in another way
     */
    public LockGraph read(String text) {
      LockGraph graph = new LockGraph();
      Draft draft = null;
      for (String line : (Iterable<String>) text.lines()::iterator) {
        if (line.startsWith("[[package]]")) {
          add(graph, draft);
          draft = new Draft();
        } else if (draft != null) {
          draft.add(line);
        }
      }
      add(graph, draft);
      return graph;
    }

    private void add(LockGraph graph, Draft draft) {
      if (draft != null && draft.name != null) {
        Entry entry = draft.entry();
        Entry same = known.putIfAbsent(entry, entry);
        graph
            .byName
            .computeIfAbsent(entry.name(), n -> new ArrayList<>(1))
            .add(same == null ? entry : same);
      }
    }
  }

  /** An entry while it is read. */
  private static final class Draft {

    private String name;
    private String version = "";
    private String origin = "";
    private boolean inMetadata;
    private final List<String> dependencies = new ArrayList<>();

    void add(String line) {
      Matcher text = TEXT.matcher(line);
      if (text.lookingAt()) {
        put(text.group(1), text.group(2).strip());
        return;
      }
      if (line.startsWith("[package.metadata")) {
        inMetadata = true;
      } else if (!inMetadata) {
        Matcher cargo = CARGO.matcher(line);
        Matcher uv = UV.matcher(line);
        if (cargo.matches()) {
          dependencies.add(cargo.group(1) + (cargo.group(2) == null ? "" : " " + cargo.group(2)));
        } else if (uv.find()) {
          Matcher stated = UV_VERSION.matcher(line);
          dependencies.add(uv.group(1) + (stated.find() ? " " + stated.group(1) : ""));
        }
      }
    }

    private void put(String key, String value) {
      switch (key) {
        case "name" -> name = unquoted(value);
        case "version" -> version = unquoted(value);
        default -> {
          boolean own =
              value.startsWith("{")
                  && (value.contains("editable = ")
                      || value.contains("virtual = ")
                      || value.contains("directory = "));
          origin += own ? "" : value;
        }
      }
    }

    private static String unquoted(String value) {
      return value.replace("\"", "");
    }

    Entry entry() {
      return new Entry(name, version, origin, List.copyOf(dependencies));
    }
  }

  /**
   * The own packages for whose users two locks differ: they depend on others by name, or a package
   * from elsewhere that they reach has another version. What they reach only because another own
   * package has a new dependency is a matter of that one.
   *
   * @param before the lock before
   * @param after the lock after
   * @param own the names of own packages
   * @return some of them
   */
  public static Set<String> changed(LockGraph before, LockGraph after, Set<String> own) {
    Set<String> changed = new HashSet<>();
    for (String name : own) {
      if (!before.names(name).equals(after.names(name)) || differs(before, after, name)) {
        changed.add(name);
      }
    }
    return changed;
  }

  private static boolean differs(LockGraph before, LockGraph after, String own) {
    Map<String, Set<Entry>> then = before.reached(own);
    Map<String, Set<Entry>> now = after.reached(own);
    return then.entrySet().stream()
        .anyMatch(
            e ->
                now.containsKey(e.getKey())
                    && !states(e.getValue()).equals(states(now.get(e.getKey()))));
  }

  private static Set<List<String>> states(Set<Entry> entries) {
    Set<List<String>> states = new HashSet<>();
    entries.forEach(e -> states.add(List.of(e.version(), e.origin())));
    return states;
  }

  private Set<String> names(String own) {
    Set<String> names = new TreeSet<>();
    byName.getOrDefault(own, List.of()).stream()
        .filter(Entry::isOwn)
        .forEach(entry -> names.addAll(entry.names()));
    return names;
  }

  /** The entries from elsewhere that an own package reaches, by name. */
  private Map<String, Set<Entry>> reached(String own) {
    Map<String, Set<Entry>> reached = new HashMap<>();
    Set<Entry> seen = new HashSet<>();
    Deque<Entry> open = new ArrayDeque<>();
    byName.getOrDefault(own, List.of()).stream().filter(Entry::isOwn).forEach(open::add);
    while (!open.isEmpty()) {
      Entry entry = open.remove();
      if (!seen.add(entry)) {
        continue;
      }
      if (!entry.isOwn()) {
        reached.computeIfAbsent(entry.name(), n -> new HashSet<>()).add(entry);
      }
      entry.dependencies().forEach(d -> open.addAll(find(d)));
    }
    return reached;
  }

  private List<Entry> find(String dependency) {
    List<Entry> named = byName.getOrDefault(nameOf(dependency), List.of());
    if (named.size() < 2 || dependency.indexOf(' ') < 0) {
      return named;
    }
    String version = dependency.substring(dependency.indexOf(' ') + 1);
    return named.stream().filter(e -> Objects.equals(e.version(), version)).toList();
  }

  private static String nameOf(String dependency) {
    int space = dependency.indexOf(' ');
    return space < 0 ? dependency : dependency.substring(0, space);
  }
}
