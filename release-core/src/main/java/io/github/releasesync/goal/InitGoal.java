package io.github.releasesync.goal;

import io.github.releasesync.adopt.Adopted;
import io.github.releasesync.adopt.GroupConfiguration;
import io.github.releasesync.adopt.ProposedCopies;
import io.github.releasesync.facts.CopyReader;
import io.github.releasesync.facts.SourceRepository;
import io.github.releasesync.facts.TreeFacts;
import io.github.releasesync.facts.UndecidedCrates;
import io.github.releasesync.files.FileSystemActions;
import io.github.releasesync.files.FileTransaction;
import io.github.releasesync.manifest.maven.MinimalPom;
import io.github.releasesync.manifest.maven.PomNode;
import io.github.releasesync.manifest.maven.PomPlugin;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.text.FileChange;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.version.Ecosystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the inferred groups and the settings of other tools into the POM. */
public final class InitGoal {

  private static final String POM = InitResult.POM;

  private final FileSystemActions actions;

  /**
   * The goal.
   *
   * @param actions writes files
   */
  public InitGoal(FileSystemActions actions) {
    this.actions = actions;
  }

  /**
   * Configures a work tree.
   *
   * @param repository the repository
   * @param request the repository, and the version of the plugin to declare
   * @return the written configuration, or the reason that there is none
   * @throws ReleaseException if a file cannot be read, edited or written; the tree is unchanged
   *     then
   */
  public InitResult run(SourceRepository repository, InitRequest request) {
    TreeFacts facts = TreeFacts.read(repository, request.change().settings());
    Optional<SourceText> pom =
        facts.tree().exists(POM) ? Optional.of(facts.tree().read(POM)) : Optional.empty();
    Optional<PomPlugin> declared = pom.map(PomPlugin::in);
    Workspace workspace = facts.snapshot().workspace();
    if (declared.filter(PomPlugin::hasGroups).isPresent()) {
      return new InitResult.Configured();
    }
    if (workspace.packages().isEmpty()) {
      return new InitResult.NoPackage();
    }
    GroupConfiguration groups =
        GroupConfiguration.of(workspace, facts.snapshot().tagsOf(facts.snapshot().groups()));
    Set<String> configured = declared.map(PomPlugin::configured).orElse(Set.of());
    Adopted adopted = Adopted.read(facts.tree(), workspace, groups, configured);
    CopyReader reader = new CopyReader(facts.tree(), repository.root(), repository.repository());
    ProposedCopies copies = ProposedCopies.of(facts.snapshot(), reader, groups, configured);
    InitResult.Found found =
        InitResult.Found.of(
            groups, adopted, copies.more(), UndecidedCrates.warnings(facts.snapshot()));
    List<PomNode> configuration = configuration(groups, adopted, copies);
    PomNode declaration = PomPlugin.declaration(request.pluginVersion(), configuration);
    Optional<Problem> unclear = declared.flatMap(PomPlugin::unclear);
    if (unclear.isPresent()) {
      return new InitResult.Unclear(found, declaration.lines("  "), unclear.get());
    }
    SourceText after =
        declared.isPresent()
            ? declared.get().with(request.pluginVersion(), configuration)
            : newPom(lead(workspace, groups), declaration);
    if (pom.filter(after::equals).isPresent()) {
      return new InitResult.NothingPublished(found);
    }
    FileChange change = new FileChange(POM, pom, after);
    boolean dryRun = request.change().dryRun();
    if (!dryRun) {
      new FileTransaction(repository.root(), actions).write(List.of(change));
    }
    return new InitResult.Written(found, change, dryRun);
  }

  private static List<PomNode> configuration(
      GroupConfiguration groups, Adopted adopted, ProposedCopies copies) {
    List<PomNode> nodes = new ArrayList<>();
    groups.node(adopted).ifPresent(nodes::add);
    nodes.addAll(copies.with(adopted.parameters()));
    return nodes;
  }

  /** The package that gives a new POM its name. */
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

  /** A name as a valid Maven id: letters, digits, dots, hyphens and underscores. */
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
