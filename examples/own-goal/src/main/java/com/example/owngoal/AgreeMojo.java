package com.example.owngoal;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.goal.CheckRequest;
import io.github.releasesync.goal.CheckResult;
import java.io.File;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Fails the build where versions disagree. Writes no file. */
@Mojo(name = "agree", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public class AgreeMojo extends AbstractMojo {

  @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
  private File folder;

  @Override
  public void execute() throws MojoFailureException {
    CheckResult result = ReleaseSync.system().check(CheckRequest.of(folder.toPath()));
    result.assessment().findings().forEach(f -> getLog().warn(f.place() + ": " + f.message()));
    if (result.failed()) {
      throw new MojoFailureException("The versions disagree.");
    }
    getLog().info("The versions of " + result.assessment().groups().size() + " groups agree.");
  }
}
