package io.github.releasesync.check;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.group.Group;
import java.util.List;

/** One thing to look for; a pure function of the facts. */
interface Rule {

  List<Problem> findings(Snapshot snapshot, List<Group> groups);
}
