package io.github.releasesync.plan;

import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.Group;
import java.util.List;

/** One thing to look for; a pure function of the facts. */
interface Rule {

  List<Problem> findings(Snapshot snapshot, List<Group> groups);
}
