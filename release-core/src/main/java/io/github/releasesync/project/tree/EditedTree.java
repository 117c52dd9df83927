package io.github.releasesync.project.tree;

import io.github.releasesync.manifest.cargo.CargoManifest;
import io.github.releasesync.manifest.maven.PomFile;
import io.github.releasesync.manifest.python.PyProject;
import io.github.releasesync.text.FileChange;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.text.TextEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files as they are after edits that were not written yet. */
public final class EditedTree implements FileTree {

  private final FileTree before;
  private final Map<String, SourceText> edited = new TreeMap<>();

  /**
   * The tree after edits.
   *
   * @param before the files as they are
   * @param edits the edits of the files
   * @throws io.github.releasesync.problem.ReleaseException with {@link
   *     io.github.releasesync.problem.Code#VALUE_NOT_EDITABLE} as {@link SourceText#edited}, or if
   *     a file cannot be read
   */
  public EditedTree(FileTree before, List<TextEdit> edits) {
    this.before = before;
    edit(edits);
  }

  /**
   * The tree after more edits.
   *
   * @param edits the edits of the files of this tree
   * @return the tree then; {@link #edited} names the files that differ from the first one
   * @throws io.github.releasesync.problem.ReleaseException as the constructor
   */
  public EditedTree with(List<TextEdit> edits) {
    EditedTree further = new EditedTree(before, List.of());
    further.edited.putAll(edited);
    further.edit(edits);
    return further;
  }

  private void edit(List<TextEdit> edits) {
    Map<String, List<TextEdit>> byFile = new LinkedHashMap<>();
    edits.forEach(e -> byFile.computeIfAbsent(e.place().file(), file -> new ArrayList<>()).add(e));
    byFile.forEach(
        (file, own) -> {
          SourceText text = read(file);
          SourceText after = text.edited(own);
          if (after != text) {
            edited.put(file, after);
          }
        });
  }

  /**
   * The files that changed.
   *
   * @return their new texts by path
   */
  public Map<String, SourceText> edited() {
    return Map.copyOf(edited);
  }

  /**
   * The files that changed, before and after.
   *
   * @return in the order of their paths
   */
  public List<FileChange> changes() {
    return edited.entrySet().stream()
        .map(
            file ->
                new FileChange(
                    file.getKey(), Optional.of(before.read(file.getKey())), file.getValue()))
        .toList();
  }

  @Override
  public List<String> manifests() {
    return before.manifests();
  }

  @Override
  public boolean exists(String path) {
    return before.exists(path);
  }

  @Override
  public boolean isNotCheckedOut(String path) {
    return before.isNotCheckedOut(path);
  }

  @Override
  public Optional<String> behindLinks(String path) {
    return before.behindLinks(path);
  }

  @Override
  public boolean leavesOut(Glob pattern) {
    return before.leavesOut(pattern);
  }

  @Override
  public Optional<List<String>> entries(String pattern) {
    return before.entries(pattern);
  }

  @Override
  public boolean hasFiles(String folder) {
    return before.hasFiles(folder);
  }

  @Override
  public boolean isOnDisk() {
    return before.isOnDisk();
  }

  @Override
  public SourceText read(String path) {
    SourceText text = edited.get(path);
    return text == null ? before.read(path) : text;
  }

  @Override
  public CargoManifest cargoManifest(String path) {
    return edited.containsKey(path)
        ? FileTree.super.cargoManifest(path)
        : before.cargoManifest(path);
  }

  @Override
  public PyProject pyProject(String path) {
    return edited.containsKey(path) ? FileTree.super.pyProject(path) : before.pyProject(path);
  }

  @Override
  public PomFile pom(String path) {
    return edited.containsKey(path) ? FileTree.super.pom(path) : before.pom(path);
  }
}
