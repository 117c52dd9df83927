package io.github.releasesync.project.workspace;

import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.manifest.python.PyProject;
import io.github.releasesync.manifest.python.PythonRequirement;
import io.github.releasesync.manifest.python.SetupCfg;
import io.github.releasesync.project.workspace.SiblingRequirement.Binding;
import io.github.releasesync.text.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The requirements on Python projects of the tree, by name, in all files that state some. */
final class PythonRequirements {

  private final Map<String, Package> byName = new LinkedHashMap<>();
  private final List<SiblingRequirement> found = new ArrayList<>();

  private PythonRequirements(Map<String, Package> projects) {
    projects.values().forEach(p -> byName.putIfAbsent(ProjectName.normalize(p.name()), p));
  }

  /**
   * The requirements of projects, and of files without a project, such as a uv workspace's root.
   *
   * @param projects the projects by folder
   * @param manifests the pyproject.toml files by folder
   * @param setupFiles the setup.cfg files by folder
   * @return the requirements, by folder
   */
  static List<SiblingRequirement> of(
      Map<String, Package> projects,
      Map<String, PyProject> manifests,
      Map<String, SetupCfg> setupFiles) {
    PythonRequirements requirements = new PythonRequirements(projects);
    manifests.forEach(
        (folder, manifest) -> {
          Optional<Package> project = Optional.ofNullable(projects.get(folder));
          Binding ofFile = manifest.uvWorkspace() ? Binding.TREE : Binding.STATED;
          requirements.add(
              project, manifest.requirements(), project.isPresent() ? Binding.GROUP : ofFile);
        });
    setupFiles.forEach(
        (folder, setup) ->
            Optional.ofNullable(projects.get(folder))
                .ifPresent(
                    project ->
                        requirements.add(
                            Optional.of(project), setup.requirements(), Binding.GROUP)));
    return List.copyOf(requirements.found);
  }

  private void add(Optional<Package> from, List<PythonRequirement> stated, Binding binding) {
    for (PythonRequirement requirement : stated) {
      Package target = byName.get(ProjectName.normalize(requirement.name()));
      if (target != null && !requirement.specifier().isEmpty()) {
        found.add(
            new SiblingRequirement(
                from,
                target,
                new Located<>(requirement.specifier(), requirement.place()),
                requirement.syntax(),
                binding));
      }
    }
  }
}
