package io.github.releasesync.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs the same work for several items in parallel. */
final class InParallel {

  private InParallel() {}

  /** Runs the work for all items; throws the first failure once the others have ended. */
  static <T> void run(List<T> things, int mostThreads, Consumer<T> work) {
    if (things.isEmpty()) {
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(mostThreads, things.size()));
    try {
      List<Future<Void>> running = new ArrayList<>();
      for (T thing : things) {
        Callable<Void> call =
            () -> {
              work.accept(thing);
              return null;
            };
        running.add(pool.submit(call));
      }
      await(running);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Waits for the running tasks; starts no new one after the first failure. */
  private static void await(List<Future<Void>> running) {
    RuntimeException first = null;
    for (Future<Void> one : running) {
      try {
        one.get();
      } catch (CancellationException e) {
        continue;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      } catch (ExecutionException e) {
        if (first == null) {
          first = e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e);
          running.forEach(f -> f.cancel(false));
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
