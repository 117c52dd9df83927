package io.github.releasesync.rehearsal;

import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.Step;
import io.github.releasesync.publish.ArtifactState;
import io.github.releasesync.publish.ExecutionListener;
import io.github.releasesync.sandbox.Fault;
import io.github.releasesync.sandbox.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The faults that a rehearsal injects into the registries and into this process. */
public final class RehearsalFaults {

  private static final String KILLED = "killed-at-";

  private final Faults registries;
  private final OptionalInt killedAt;

  private RehearsalFaults(Faults registries, OptionalInt killedAt) {
    this.registries = registries;
    this.killedAt = killedAt;
  }

  /**
   * Reads a comma-separated list of names.
   *
   * @throws io.github.releasesync.problem.ReleaseException if a name is unknown
   */
  public static RehearsalFaults parse(String names) {
    List<String> ofRegistries = new ArrayList<>();
    OptionalInt killedAt = OptionalInt.empty();
    for (String name : names.split(",")) {
      String trimmed = name.strip();
      if (trimmed.matches(KILLED + "[1-9][0-9]{0,5}")) {
        killedAt = OptionalInt.of(Integer.parseInt(trimmed.substring(KILLED.length())));
      } else if (!trimmed.isEmpty()) {
        ofRegistries.add(trimmed);
      }
    }
    return new RehearsalFaults(Faults.parse(String.join(",", ofRegistries)), killedAt);
  }

  /** Every fault with its explanation, one line each. */
  public static List<String> explained() {
    List<Fault> all = new ArrayList<>(Faults.known());
    all.add(new Fault(KILLED + "N", "this process dies after writing record N of the journal"));
    int width = all.stream().mapToInt(f -> f.name().length()).max().orElse(1);
    return all.stream()
        .map(f -> String.format("    %-" + width + "s  %s", f.name(), f.explanation()))
        .toList();
  }

  public Faults registries() {
    return registries;
  }

  /**
   * A listener that ends the run at the requested record.
   *
   * @param listener the listener that receives the same events
   * @return the listener, which throws {@link Killed}
   */
  public ExecutionListener killing(ExecutionListener listener) {
    return new ExecutionListener() {
      @Override
      public void begins(Step step) {
        listener.begins(step);
      }

      @Override
      public void reached(PlannedArtifact artifact, ArtifactState state, String detail) {
        listener.reached(artifact, state, detail);
      }

      @Override
      public void waits(PlannedArtifact artifact, Duration longest) {
        listener.waits(artifact, longest);
      }

      @Override
      public void recorded(int number) {
        listener.recorded(number);
        if (killedAt.isPresent() && killedAt.getAsInt() == number) {
          throw new Killed(number);
        }
      }
    };
  }

  /** Simulates a crash: the record is on disk, and the action that it announces has not begun. */
  public static final class Killed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int record;

    private Killed(int record) {
      super("killed after record " + record);
      this.record = record;
    }

    public int record() {
      return record;
    }
  }
}
