package io.github.releasesync.report;

import io.github.releasesync.goal.PublishResult;
import io.github.releasesync.goal.RehearsalResult;
import io.github.releasesync.json.Json;
import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.plan.RequiredPackage;
import io.github.releasesync.publish.Outcome;
import io.github.releasesync.publish.Presence;
import io.github.releasesync.publish.Standing;
import io.github.releasesync.rehearsal.ClientCheck;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** release.json and rehearsal.json. New versions only add fields. */
public final class ReleaseJson {

  private static final int SCHEMA = 1;

  private ReleaseJson() {}

  /**
   * The report of the publish goal.
   *
   * @param result its result
   * @param wording the notation of commands
   * @return the document
   */
  public static String write(PublishResult result, Wording wording) {
    if (result instanceof PublishResult.Run run) {
      return new Json()
          .write(
              document(
                  run.done().isDone() ? "released" : "stopped", run.done(), List.of(), wording));
    }
    Standing standing = ((PublishResult.Preview) result).standing();
    return new Json()
        .write(
            new Document(
                SCHEMA,
                "preview",
                release(standing.plan()),
                null,
                standing.artifacts().stream()
                    .map(a -> entry(a.artifact(), state(a.presence()), 0, Duration.ZERO))
                    .toList(),
                standing.required().stream().map(r -> entry(r.required(), state(r))).toList(),
                null,
                null,
                List.of(),
                null,
                null));
  }

  /**
   * The report of the rehearse goal.
   *
   * @param result its result
   * @param wording the notation of commands
   * @return the document
   */
  public static String write(RehearsalResult result, Wording wording) {
    if (result instanceof RehearsalResult.Rehearsed rehearsed) {
      String verdict =
          !rehearsed.run().isDone()
              ? "stopped"
              : rehearsed.clientsFailed() ? "unusable" : "rehearsed";
      return new Json().write(document(verdict, rehearsed.run(), rehearsed.clients(), wording));
    }
    if (result instanceof RehearsalResult.Killed killed) {
      return new Json().write(without("killed", killed.record(), null));
    }
    ProblemJson.Entry missing =
        ProblemJson.of(((RehearsalResult.Checked) result).missing(), wording);
    return new Json().write(without("checked", null, missing));
  }

  private static Document document(
      String verdict, Outcome outcome, List<ClientCheck.Result> clients, Wording wording) {
    return new Document(
        SCHEMA,
        verdict,
        release(outcome.plan()),
        outcome.state().id(),
        outcome.artifacts().stream()
            .map(l -> entry(l.artifact(), l.state().id(), l.sends(), l.took()))
            .toList(),
        outcome.plan().required().stream().map(r -> entry(r, null)).toList(),
        outcome.window().toMillis(),
        outcome.stopped().map(p -> ProblemJson.of(p, wording)).orElse(null),
        clients.stream().map(ReleaseJson::entry).toList(),
        null,
        null);
  }

  /** The report of a rehearsal without an outcome. */
  private static Document without(String verdict, Integer killedAt, ProblemJson.Entry missing) {
    return new Document(
        SCHEMA, verdict, null, null, List.of(), List.of(), null, null, List.of(), killedAt,
        missing);
  }

  private static ReleaseId release(ReleasePlan plan) {
    return new ReleaseId(
        plan.group(),
        plan.version(),
        Optional.of(plan.commit()).filter(c -> !c.isEmpty()).orElse(null),
        plan.digest().hex());
  }

  private static Map<String, Object> entry(
      PlannedArtifact planned, String state, int sends, Duration took) {
    Map<String, Object> entry = PackageJson.entry(planned.artifact());
    entry.put("id", planned.id());
    entry.put("level", planned.level());
    entry.put("state", state);
    entry.put("sends", sends);
    entry.put("milliseconds", took.toMillis());
    return entry;
  }

  private static Map<String, Object> entry(RequiredPackage required, String state) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", required.id());
    entry.put("package", required.name());
    entry.put("version", required.version());
    entry.put("state", state);
    return entry;
  }

  private static ClientEntry entry(ClientCheck.Result result) {
    return new ClientEntry(
        result.what(),
        result.shown().map(ok -> ok ? "ok" : "failed").orElse("not-tried"),
        result.detail());
  }

  /** The state of an artifact, with the identifiers of a run where the meaning is the same. */
  private static String state(Presence presence) {
    return presence == Presence.DIFFERENT ? "conflict" : presence.id();
  }

  /** The state of a package that another tool publishes; its content is not compared. */
  private static String state(Standing.OfRequired required) {
    return required.presence().id();
  }

  private record Document(
      int schema,
      String verdict,
      ReleaseId release,
      String state,
      List<Map<String, Object>> artifacts,
      List<Map<String, Object>> required,
      Long window,
      ProblemJson.Entry stopped,
      List<ClientEntry> clients,
      Integer killedAt,
      ProblemJson.Entry missingTool) {}

  private record ReleaseId(String group, String version, String commit, String digest) {}

  private record ClientEntry(String what, String verdict, String detail) {}
}
