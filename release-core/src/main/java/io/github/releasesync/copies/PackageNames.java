package io.github.releasesync.copies;

import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.version.Ecosystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Packages by the names that other files give them. */
final class PackageNames {

  private final PackageName lead;
  private final Map<String, List<PackageName>> byName = new HashMap<>();

  PackageNames(List<PackageName> packages) {
    lead = packages.get(0);
    for (PackageName p : packages) {
      String name = ProjectName.normalize(p.shortName());
      byName.computeIfAbsent(name, n -> new ArrayList<>()).add(p);
    }
  }

  PackageName lead() {
    return lead;
  }

  /** The package of an ecosystem, if one of the packages is of it; the first such. */
  Optional<PackageName> any(Ecosystem ecosystem) {
    return byName.values().stream()
        .flatMap(List::stream)
        .filter(p -> p.ecosystem() == ecosystem)
        .findFirst();
  }

  /** The package of a name in one ecosystem only. */
  Optional<PackageName> only(String written, Ecosystem ecosystem) {
    return named(written).stream().filter(p -> p.ecosystem() == ecosystem).findFirst();
  }

  /** The Maven artifact of exactly this groupId and artifactId. */
  Optional<PackageName> artifact(String groupId, String artifactId) {
    return only(artifactId, Ecosystem.MAVEN)
        .filter(p -> p.name().equals(groupId + ":" + artifactId));
  }

  /** The package of a name: of this ecosystem if there is one, else of the lead's, else any. */
  Optional<PackageName> preferring(String written, Ecosystem ecosystem) {
    return only(written, ecosystem).or(() -> any(written));
  }

  /** The package of a name: of the lead's ecosystem if there is one, else any. */
  Optional<PackageName> any(String written) {
    return only(written, lead.ecosystem()).or(() -> named(written).stream().findFirst());
  }

  private List<PackageName> named(String written) {
    return byName.getOrDefault(ProjectName.normalize(written), List.of());
  }
}
