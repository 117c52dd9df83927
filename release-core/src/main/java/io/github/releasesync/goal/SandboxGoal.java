package io.github.releasesync.goal;

import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.publish.Timing;
import io.github.releasesync.sandbox.Faults;
import io.github.releasesync.sandbox.Sandbox;
import io.github.releasesync.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Runs the registries of a rehearsal until the process ends. */
public final class SandboxGoal {

  private final Timing timing;

  /**
   * The goal.
   *
   * @param timing the clock and the pauses
   */
  public SandboxGoal(Timing timing) {
    this.timing = timing;
  }

  /**
   * Runs the registries.
   *
   * @param state the folder for the accepted files
   * @param request the options of the sandbox goal
   * @param started takes the registries once they listen
   * @throws ReleaseException if the port is taken or the state cannot be used
   */
  public void run(Path state, SandboxRequest request, Consumer<Sandbox> started) {
    SandboxOptions options =
        SandboxOptions.standard()
            .withPort(request.port())
            .withState(state)
            .withFaults(Faults.parse(request.faults()));
    try (Sandbox sandbox = Sandbox.start(options)) {
      started.accept(sandbox);
      while (!Thread.currentThread().isInterrupted()) {
        timing.pause(Duration.ofHours(1));
      }
    }
  }
}
