package io.github.releasesync.goal;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.publish.Timeouts;

/**
 * Options of the rehearse goal.
 *
 * @param packaging the options of the build; the rehearsal uses its own dist folder
 * @param faults comma-separated names of faults; empty for none
 * @param timeouts the timeouts
 * @param onMissingTool the behavior if a tool is missing
 */
public record RehearsalRequest(
    PackageRequest packaging, String faults, Timeouts timeouts, OnMissingTool onMissingTool) {

  /** The behavior if a tool is missing. */
  public enum OnMissingTool {
    /** Fail and report the tool. */
    FAIL,
    /** Check the tree and report the tool. */
    CHECK;

    /**
     * The value of an identifier.
     *
     * @param word {@code fail} or {@code check}
     * @return the value
     * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if it is another value
     */
    public static OnMissingTool of(String word) {
      return switch (word) {
        case "fail" -> FAIL;
        case "check" -> CHECK;
        default ->
            throw ReleaseException.of(
                Code.CONFIGURATION_INVALID,
                Place.of("release-sync.onMissingTool"),
                "`" + word + "` is not a valid value",
                "write fail or check");
      };
    }
  }
}
