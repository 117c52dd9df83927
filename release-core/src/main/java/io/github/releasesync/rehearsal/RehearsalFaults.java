package io.github.releasesync.rehearsal;

import io.github.releasesync.report.ProgressText;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.sandbox.Fault;
import io.github.releasesync.sandbox.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** What shall go wrong in a rehearsal: in the registries, and with ourselves. */
public final class RehearsalFaults {

  private static final String KILLED = "killed-at-";

  private final Faults registries;
  private final OptionalInt killedAt;

  private RehearsalFaults(Faults registries, OptionalInt killedAt) {
    this.registries = registries;
    this.killedAt = killedAt;
  }

  /**
   * Reads names, separated by commas.
   *
   * @throws io.github.releasesync.problem.ReleaseException if one is not known
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

  public ProgressText listener(Consumer<ReportLine> progress) {
    return new ProgressText(progress) {
      @Override
      public void recorded(int number) {
        if (killedAt.isPresent() && killedAt.getAsInt() == number) {
          throw new Killed(number);
        }
      }
    };
  }

  /** Ends the run where a crash would: the record is on disk, and what it announces is not done. */
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
