package io.github.releasesync.adopt;

import io.github.releasesync.manifest.maven.PomNode;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.TagFormat;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The result of carrying over the settings of other tools.
 *
 * @param tagFormats the tag formats of groups, by their names
 * @param parameters the parameters of the plugin, in the order in which they were found
 * @param carried the keys that are carried over, each with its result
 * @param left the keys that are not, each with the reason
 */
public record Adopted(
    Map<String, TagFormat> tagFormats,
    List<PomNode> parameters,
    List<AdoptedNote> carried,
    List<AdoptedNote> left) {

  /**
   * Reads the settings of cargo-release, release-plz and commitizen.
   *
   * @param tree the files
   * @param workspace the packages
   * @param groups the groups that will be configured
   * @param configured the parameters that the POM has already
   * @return the result
   * @throws io.github.releasesync.problem.ReleaseException if one of the files cannot be read
   */
  public static Adopted read(
      FileTree tree, Workspace workspace, GroupConfiguration groups, Set<String> configured) {
    Adoption adoption = new Adoption(tree, workspace, groups, configured);
    new CargoReleaseSettings(adoption).read();
    new ReleasePlzSettings(adoption).read();
    new CommitizenSettings(adoption).read();
    return adoption.adopted();
  }

  /**
   * The tag format of a group from another tool, if any.
   *
   * @param group the group
   * @return the format
   */
  public Optional<TagFormat> tagFormat(Group group) {
    return Optional.ofNullable(tagFormats.get(group.name()));
  }
}
