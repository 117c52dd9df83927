package io.github.releasesync.plan;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.artifact.ArtifactKind;
import io.github.releasesync.files.Sha256;
import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonValue;
import io.github.releasesync.version.Ecosystem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The frozen list of the artifacts of one release. It holds no secret, no address and no absolute
 * path: a rehearsal and the live run of the same bytes have the same digest.
 *
 * @param group the released group
 * @param version its release version
 * @param commit the commit that it was built from; empty outside git
 * @param required packages that another tool must publish first
 * @param artifacts the files, in the order in which they become public
 */
public record ReleasePlan(
    String group,
    String version,
    String commit,
    List<RequiredPackage> required,
    List<PlannedArtifact> artifacts) {

  private static final int SCHEMA = 1;

  /** Copies the lists. */
  public ReleasePlan {
    required = List.copyOf(required);
    artifacts = List.copyOf(artifacts);
  }

  /**
   * A plan without packages of other tools.
   *
   * @param group the name of the group
   * @param version its release version
   * @param commit the commit; empty outside git
   * @param artifacts the artifacts, in publish order
   */
  public ReleasePlan(String group, String version, String commit, List<PlannedArtifact> artifacts) {
    this(group, version, commit, List.of(), artifacts);
  }

  /**
   * The digest that distinguishes this plan from another one of the same version: commit, versions
   * and bytes.
   *
   * @return the sha256 of the plan's JSON without the digest
   */
  public Sha256 digest() {
    return Sha256.of(new Json().write(document(null)).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The crates of the release.
   *
   * @return the crates, in publish order
   */
  public List<PlannedArtifact> crates() {
    return artifacts.stream().filter(PlannedArtifact::isCrate).toList();
  }

  /**
   * The files for PyPI.
   *
   * @return the files, the canary first, sdists last
   */
  public List<PlannedArtifact> files() {
    return artifacts.stream().filter(a -> !a.isCrate()).toList();
  }

  /**
   * Whether another tool must publish a package of an ecosystem first.
   *
   * @param ecosystem the ecosystem
   * @return true if so
   */
  public boolean requires(Ecosystem ecosystem) {
    return required.stream().anyMatch(r -> r.ecosystem() == ecosystem);
  }

  /**
   * The steps of publishing, in order.
   *
   * @return the steps
   */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    TreeMap<Integer, List<PlannedArtifact>> levels = new TreeMap<>();
    crates().forEach(c -> levels.computeIfAbsent(c.level(), l -> new ArrayList<>()).add(c));
    levels.forEach(
        (level, crates) -> {
          steps.add(new Step.PublishCrates(level, List.copyOf(crates)));
          steps.add(new Step.AwaitCrates(level, List.copyOf(crates)));
        });
    List<PlannedArtifact> files = files();
    if (!files.isEmpty()) {
      steps.add(new Step.UploadCanary(files.get(0)));
      List<PlannedArtifact> rest = files.subList(1, files.size());
      addUpload(steps, rest.stream().filter(f -> !isSdist(f)).toList());
      addUpload(steps, rest.stream().filter(ReleasePlan::isSdist).toList());
    }
    steps.add(new Step.ReadBack(artifacts));
    return List.copyOf(steps);
  }

  /**
   * Writes the plan as plan.json.
   *
   * @return the document, with its digest
   */
  public String toJson() {
    return new Json().write(document(digest().hex()));
  }

  /**
   * Reads a plan.json.
   *
   * @param text the document
   * @return the plan
   * @throws io.github.releasesync.json.JsonException if it is not the JSON of a plan
   * @throws IllegalArgumentException if a value is invalid, or the digest does not match the
   *     content
   */
  public static ReleasePlan fromJson(String text) {
    JsonValue json = new Json().read(text);
    if (json.get("schema").integer() != SCHEMA) {
      throw new IllegalArgumentException("this version reads schema " + SCHEMA);
    }
    List<PlannedArtifact> artifacts =
        json.get("artifacts").list().stream().map(ReleasePlan::artifact).toList();
    ReleasePlan plan =
        new ReleasePlan(
            json.get("group").string(),
            json.get("version").string(),
            json.get("commit").string(),
            json.get("required").list().stream().map(ReleasePlan::required).toList(),
            artifacts);
    if (!plan.digest().hex().equals(json.get("digest").string())) {
      throw new IllegalArgumentException("the digest does not match the content");
    }
    return plan;
  }

  private static RequiredPackage required(JsonValue json) {
    return new RequiredPackage(
        Ecosystem.of(json.get("ecosystem").string())
            .orElseThrow(() -> new IllegalArgumentException("unknown ecosystem")),
        json.get("package").string(),
        json.get("version").string());
  }

  private static PlannedArtifact artifact(JsonValue json) {
    return new PlannedArtifact(
        new Artifact(
            ArtifactKind.of(json.get("kind").string()),
            json.get("package").string(),
            json.get("version").string(),
            json.get("filename").string(),
            json.get("size").integer(),
            Sha256.parse(json.get("sha256").string())),
        (int) json.get("level").integer(),
        json.get("needs").list().stream().map(JsonValue::string).toList());
  }

  private static void addUpload(List<Step> steps, List<PlannedArtifact> files) {
    if (!files.isEmpty()) {
      steps.add(new Step.UploadFiles(files));
    }
  }

  private static boolean isSdist(PlannedArtifact file) {
    return file.artifact().kind() == ArtifactKind.SDIST;
  }

  private Document document(String digest) {
    return new Document(
        SCHEMA,
        digest,
        group,
        version,
        commit,
        required.stream().map(ReleasePlan::entry).toList(),
        artifacts.stream().map(ReleasePlan::entry).toList());
  }

  private static Map<String, Object> entry(RequiredPackage one) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("ecosystem", one.ecosystem().word());
    entry.put("package", one.name());
    entry.put("version", one.version());
    return entry;
  }

  private static Map<String, Object> entry(PlannedArtifact planned) {
    Artifact a = planned.artifact();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("kind", a.kind().word());
    entry.put("package", a.packageName());
    entry.put("version", a.version());
    entry.put("filename", a.filename());
    entry.put("size", a.size());
    entry.put("sha256", a.sha256().hex());
    entry.put("level", planned.level());
    entry.put("needs", planned.needs());
    return entry;
  }

  private record Document(
      int schema,
      String digest,
      String group,
      String version,
      String commit,
      List<Map<String, Object>> required,
      List<Map<String, Object>> artifacts) {}
}
