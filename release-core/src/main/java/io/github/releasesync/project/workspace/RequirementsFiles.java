package io.github.releasesync.project.workspace;

import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.manifest.python.PythonRequirement;
import io.github.releasesync.manifest.python.RequirementsFile;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.ManifestNames;
import io.github.releasesync.project.tree.TreePath;
import io.github.releasesync.project.workspace.SiblingRequirement.Binding;
import io.github.releasesync.text.Located;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pins of own Python projects in requirements and constraints files of pip. */
final class RequirementsFiles {

  private RequirementsFiles() {}

  /** The pins, by file. A file that cannot be read is not the project's: pip may read UTF-16. */
  static List<SiblingRequirement> of(FileTree tree, Collection<Package> projects) {
    Map<String, Package> byName = new LinkedHashMap<>();
    projects.forEach(p -> byName.putIfAbsent(ProjectName.normalize(p.name()), p));
    List<SiblingRequirement> found = new ArrayList<>();
    for (String path : tree.manifests()) {
      if (ManifestNames.isRequirements(TreePath.name(path)) && !TreePath.isForeign(path)) {
        tree.find(path)
            .map(RequirementsFile::parse)
            .ifPresent(
                file -> {
                  add(byName, file.pins(), Binding.STATED, found);
                  add(byName, file.hashed(), Binding.HASHED, found);
                });
      }
    }
    return found;
  }

  private static void add(
      Map<String, Package> byName,
      List<PythonRequirement> pins,
      Binding binding,
      List<SiblingRequirement> to) {
    for (PythonRequirement pin : pins) {
      Optional.ofNullable(byName.get(ProjectName.normalize(pin.name())))
          .map(
              target ->
                  new SiblingRequirement(
                      Optional.empty(),
                      target,
                      new Located<>(pin.specifier(), pin.place()),
                      pin.syntax(),
                      binding))
          .ifPresent(to::add);
    }
  }
}
