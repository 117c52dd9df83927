package com.example.owngoal;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.goal.CheckRequest;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.Ecosystem;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** A rule of our own: the name of every published crate begins with ours. */
@Mojo(name = "names", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public class NamesMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
  private File folder;

  @Parameter(property = "own-goal.prefix", required = true)
  private String prefix;

  @Override
  public void execute() throws MojoFailureException {
    var found = ReleaseSync.system().check(CheckRequest.of(folder.toPath())).assessment();
    List<Package> wrong =
        found.workspace().packages().stream()
            .filter(p -> p.ecosystem() == Ecosystem.CARGO && p.publishable())
            .filter(p -> !p.name().startsWith(prefix))
            .toList();
    wrong.forEach(p -> getLog().error(p.manifest() + ": " + p.id() + " lacks " + prefix));
    if (!wrong.isEmpty()) {
      throw new MojoFailureException(wrong.size() + " names do not begin with " + prefix);
    }
  }
}
