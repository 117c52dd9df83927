package io.github.releasesync.goal;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.publish.Timeouts;

/**
 * What {@code rehearse} is asked to do.
 *
 * @param packaging what to build, and how; its dist folder is the rehearsal's own
 * @param faults names of what shall go wrong, separated by commas; empty for nothing
 * @param timeouts how long to wait
 * @param onMissingTool what to do where a tool is missing
 */
public record RehearsalRequest(
    PackageRequest packaging, String faults, Timeouts timeouts, OnMissingTool onMissingTool) {

  /** What to do where a tool is missing. */
  public enum OnMissingTool {
    /** Fail, and name it. */
    FAIL,
    /** Check the tree, and name it. */
    CHECK;

    /**
     * The value of a word.
     *
     * @param word {@code fail} or {@code check}
     * @return the value
     * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if it is another word
     */
    public static OnMissingTool of(String word) {
      return switch (word) {
        case "fail" -> FAIL;
        case "check" -> CHECK;
        default ->
            throw ReleaseException.of(
                Code.CONFIGURATION_INVALID,
                Place.of("release-sync.onMissingTool"),
                "`" + word + "` is none of its values",
                "write fail or check");
      };
    }
  }
}
