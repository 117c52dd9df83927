package io.github.releasesync.project.tree;

import io.github.releasesync.problem.ReleaseException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Parses the manifests of a tree in the background, while git runs and before they are needed: most
 * of a check's time is spent here, and most machines have a second core. It changes nothing but the
 * time; a caller that needs an unparsed manifest parses it.
 */
public final class ReadAhead implements AutoCloseable {

  /** The number of processors of the smallest CI machines. */
  private static final int MOST_THREADS = 2;

  private final FileTree tree;
  private final List<String> paths;
  private final AtomicInteger next = new AtomicInteger();
  private final ExecutorService threads;

  private ReadAhead(FileTree tree, List<String> paths, int count) {
    this.tree = tree;
    this.paths = paths;
    this.threads = Executors.newFixedThreadPool(count, ReadAhead::thread);
  }

  /**
   * Begins to parse.
   *
   * @param tree caches parsed manifests, and may be used by several threads
   * @return the reader; close it when everything has been read
   */
  public static ReadAhead of(FileTree tree) {
    List<String> paths =
        tree.manifests().stream().filter(path -> !TreePath.isForeign(path)).toList();
    int count = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    ReadAhead ahead = new ReadAhead(tree, paths, count);
    for (int i = 0; i < count; i++) {
      // A failure stays in the future: the caller that needs that manifest gets it again.
      ahead.threads.submit(ahead::parseAll);
    }
    return ahead;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "release-sync manifests");
    thread.setDaemon(true);
    return thread;
  }

  private void parseAll() {
    for (int i = next.getAndIncrement(); i < paths.size(); i = next.getAndIncrement()) {
      parse(paths.get(i));
    }
  }

  private void parse(String path) {
    try {
      switch (TreePath.name(path)) {
        case ManifestNames.CARGO -> tree.cargoManifest(path);
        case ManifestNames.PYPROJECT -> tree.pyProject(path);
        case ManifestNames.POM -> tree.pom(path);
        default -> {}
      }
    } catch (ReleaseException e) {
      // Remembered by the tree, for the one who asks.
    }
  }

  /** Lets the threads end after their current manifest. */
  @Override
  public void close() {
    next.set(paths.size());
    threads.shutdown();
  }
}
