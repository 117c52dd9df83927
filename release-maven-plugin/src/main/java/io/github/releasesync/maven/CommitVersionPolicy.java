package io.github.releasesync.maven;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.change.TargetVersions;
import io.github.releasesync.goal.NextRequest;
import io.github.releasesync.next.NextRelease;
import io.github.releasesync.next.NextRelease.PackageVersion;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.report.MavenWording;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.Level;
import io.github.releasesync.version.NextVersion;
import io.github.releasesync.version.VersionMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.LegacySupport;
import org.apache.maven.shared.release.policy.PolicyException;
import org.apache.maven.shared.release.policy.version.VersionPolicy;
import org.apache.maven.shared.release.policy.version.VersionPolicyRequest;
import org.apache.maven.shared.release.policy.version.VersionPolicyResult;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Version policy of the maven-release-plugin, with the {@code projectVersionPolicyId} release-sync:
 * the result of {@code next} for the group of the pom, and then the development version of the next
 * patch. Maven finds it by {@code META-INF/plexus/components.xml}.
 */
public class CommitVersionPolicy implements VersionPolicy {

  private static final Logger LOGGER = LoggerFactory.getLogger(CommitVersionPolicy.class);
  private static final String PLUGIN = "io.github.releasesync:release-sync-maven-plugin";

  private LegacySupport legacySupport;

  @Override
  public VersionPolicyResult getReleaseVersion(VersionPolicyRequest request)
      throws PolicyException {
    try {
      String version = next(Path.of(request.getWorkingDirectory()), request.getVersion());
      return new VersionPolicyResult().setVersion(version);
    } catch (ReleaseException e) {
      throw new PolicyException(ReportLine.stop(e.problem(), MavenWording.DECLARED).text(), e);
    }
  }

  @Override
  public VersionPolicyResult getDevelopmentVersion(VersionPolicyRequest request)
      throws PolicyException {
    String released = request.getVersion();
    Optional<NextVersion> next =
        VersionMapping.readAny(released).map(new Level.Development(Level.Part.PATCH)::next);
    if (next.isPresent() && next.get() instanceof NextVersion.Found found) {
      return new VersionPolicyResult()
          .setVersion(TargetVersions.inMaven(found.version(), released));
    }
    ReleaseException e =
        stop(Code.LEVEL_REFUSED, "nothing follows " + released, "-DdevelopmentVersion=VERSION");
    throw new PolicyException(ReportLine.stop(e.problem(), MavenWording.DECLARED).text(), e);
  }

  /** The release plugin passes only the version of the pom, not the pom itself. */
  private String next(Path start, String version) {
    MavenSession session = legacySupport.getSession();
    String level = session.getUserProperties().getProperty("release-sync.level", "auto");
    NextRequest request =
        new NextRequest(start, Optional.empty(), Optional.empty(), settings(session), level);
    List<NextRelease> releases =
        ReleaseSync.system().next(request).next().releases().stream()
            .filter(release -> ofPom(release, version).isPresent())
            .toList();
    if (releases.size() != 1) {
      String which = releases.isEmpty() ? "no group that is released has" : "several groups have";
      throw stop(
          Code.GROUP_UNCLEAR, which + " a pom of version " + version, "-DreleaseVersion=VERSION");
    }
    NextRelease release = releases.get(0);
    String reason = "group " + release.group().name() + ": " + release.reason();
    String next =
        ofPom(release, version)
            .flatMap(PackageVersion::next)
            .orElseThrow(
                () ->
                    stop(
                        Code.LEVEL_REFUSED,
                        "no next version of " + reason,
                        "-Drelease-sync.level=patch or -DreleaseVersion=VERSION"));
    LOGGER.info("release-sync: {} for {}", next, ReportLine.info(reason).text());
    return next;
  }

  private static Optional<PackageVersion> ofPom(NextRelease release, String version) {
    return release.versions().stream()
        .filter(v -> v.member().ecosystem() == Ecosystem.MAVEN)
        .filter(v -> v.member().version().filter(version::equals).isPresent())
        .findFirst();
  }

  /** The groups that determine versions: those of the command line, else those of the POM. */
  private static Settings settings(MavenSession session) {
    Plugin plugin = session.getTopLevelProject().getPlugin(PLUGIN);
    PlexusConfiguration configured =
        new XmlPlexusConfiguration(
            plugin != null && plugin.getConfiguration() instanceof Xpp3Dom all
                ? all
                : new Xpp3Dom("configuration"));
    String line =
        session
            .getUserProperties()
            .getProperty("release-sync.groups", configured.getChild("groups").getValue("").strip());
    List<GroupSpec> groups =
        line.isEmpty()
            ? Stream.of(configured.getChild("groups").getChildren())
                .map(CommitVersionPolicy::group)
                .toList()
            : GroupSpec.parse(line);
    String initial =
        session
            .getUserProperties()
            .getProperty(
                "release-sync.majorVersionZero",
                configured.getChild("majorVersionZero").getValue("true"));
    return Settings.ofGroups(groups).withMajorVersionZero(Boolean.parseBoolean(initial));
  }

  private static GroupSpec group(PlexusConfiguration group) {
    GroupSpec spec =
        GroupSpec.of(
            group.getChild("name").getValue(null),
            group.getChild("lead").getValue(null),
            Stream.of(group.getChild("followers").getChildren()).map(f -> f.getValue("")).toList(),
            group.getChild("policy").getValue(null),
            group.getChild("tagFormat").getValue(null));
    boolean inferred = Boolean.parseBoolean(group.getChild("inferred").getValue("false"));
    return inferred ? spec.asInferred() : spec;
  }

  private static ReleaseException stop(Code code, String message, String write) {
    return new ReleaseException(
        Problem.of(
            code,
            Place.of("projectVersionPolicyId"),
            message,
            "to release anyway, write " + write));
  }
}
