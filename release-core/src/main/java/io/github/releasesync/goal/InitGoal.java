package io.github.releasesync.goal;

import io.github.releasesync.adopt.Adopted;
import io.github.releasesync.adopt.GroupConfiguration;
import io.github.releasesync.facts.SourceRepository;
import io.github.releasesync.facts.TreeFacts;
import io.github.releasesync.files.FileSystemActions;
import io.github.releasesync.files.FileTransaction;
import io.github.releasesync.manifest.maven.MinimalPom;
import io.github.releasesync.manifest.maven.PomNode;
import io.github.releasesync.manifest.maven.PomPlugin;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.report.ChangeText;
import io.github.releasesync.report.DiffText;
import io.github.releasesync.report.InitText;
import io.github.releasesync.report.MavenWording;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.text.FileChange;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.version.Ecosystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes into the POM what was inferred, and what other tools' settings say. */
public final class InitGoal {

  private static final String POM = "pom.xml";
  private static final String NEXT = "Next: mvn release-sync:check";

  /**
   * Configures a work tree.
   *
   * @throws ReleaseException if something cannot be read, edited or written; the tree is as before
   */
  public InitResult run(SourceRepository repository, InitRequest request) {
    TreeFacts change = TreeFacts.read(repository, request.change().settings());
    Optional<SourceText> pom =
        change.tree().exists(POM) ? Optional.of(change.tree().read(POM)) : Optional.empty();
    Optional<PomPlugin> declared = pom.map(PomPlugin::in);
    Workspace workspace = change.snapshot().workspace();
    if (declared.filter(PomPlugin::hasGroups).isPresent()) {
      return nothing(List.of(), "Nothing to do: " + POM + " configures groups already. " + NEXT);
    }
    if (workspace.packages().isEmpty()) {
      return nothing(List.of(), "Nothing to do: there is no package here");
    }
    GroupConfiguration groups =
        GroupConfiguration.of(workspace, change.snapshot().tagsOf(change.snapshot().groups()));
    Set<String> configured = declared.map(PomPlugin::configured).orElse(Set.of());
    Adopted adopted = Adopted.read(change.tree(), workspace, groups.groups(), configured);
    InitText text = new InitText(groups, adopted);
    List<PomNode> configuration = configuration(groups, adopted);
    if (pom.isEmpty()) {
      SourceText made =
          newPom(
              lead(workspace, groups),
              PomPlugin.declaration(request.pluginVersion(), configuration));
      return written(repository.root(), request, text, new FileChange(POM, pom, made));
    }
    Optional<Problem> unclear = declared.flatMap(PomPlugin::unclear);
    if (unclear.isPresent()) {
      return unclear(text, unclear.get(), request, configuration);
    }
    SourceText after = declared.get().with(request.pluginVersion(), configuration);
    return written(repository.root(), request, text, new FileChange(POM, pom, after));
  }

  private static InitResult written(
      Path root, InitRequest request, InitText text, FileChange change) {
    List<ReportLine> lines = new ArrayList<>(text.groups());
    if (change.before().filter(change.after()::equals).isPresent()) {
      lines.addAll(text.adopted());
      return nothing(lines, "Nothing to write: no group here publishes anything");
    }
    List<FileChange> changes = List.of(change);
    lines.addAll(DiffText.lines(changes));
    lines.addAll(text.adopted());
    if (!request.change().dryRun()) {
      new FileTransaction(root, FileSystemActions.SYSTEM).write(changes);
    }
    String last =
        request.change().dryRun()
            ? ChangeText.preview(changes, MavenWording.DECLARED)
            : "Wrote 1 file. " + NEXT;
    return new InitResult(lines, last, List.of(POM), false);
  }

  private static InitResult unclear(
      InitText text, Problem problem, InitRequest request, List<PomNode> configuration) {
    List<ReportLine> lines = new ArrayList<>(text.groups());
    PomPlugin.declaration(request.pluginVersion(), configuration)
        .lines("  ")
        .forEach(line -> lines.add(ReportLine.info("    " + line)));
    lines.addAll(text.adopted());
    lines.add(ReportLine.stop(problem));
    return new InitResult(
        lines, "Nothing was written: declare the <plugin> above in " + POM, List.of(), true);
  }

  private static InitResult nothing(List<ReportLine> lines, String lastLine) {
    return new InitResult(lines, lastLine, List.of(), false);
  }

  private static List<PomNode> configuration(GroupConfiguration groups, Adopted adopted) {
    List<PomNode> nodes = new ArrayList<>();
    groups.node(adopted).ifPresent(nodes::add);
    nodes.addAll(adopted.parameters());
    return nodes;
  }

  /** Whose name a new POM bears. */
  private static Package lead(Workspace workspace, GroupConfiguration groups) {
    return groups.groups().stream()
        .findFirst()
        .map(tags -> tags.group().lead())
        .orElse(workspace.packages().get(0));
  }

  private static SourceText newPom(Package lead, PomNode plugin) {
    String name = idOf(lead);
    String groupId = lead.ecosystem() == Ecosystem.MAVEN ? lead.name().split(":", 2)[0] : name;
    return MinimalPom.of(POM, groupId, name + "-build", plugin);
  }

  /** A name as Maven takes it for an id: letters, digits, dots, hyphens and underscores. */
  private static String idOf(Package p) {
    String name = p.name().substring(p.name().indexOf(':') + 1);
    StringBuilder id = new StringBuilder();
    name.chars()
        .forEach(
            c -> {
              boolean taken = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
              id.append(taken || "._-".indexOf(c) >= 0 ? (char) c : '-');
            });
    return id.toString();
  }
}
