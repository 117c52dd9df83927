package io.github.releasesync.check;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.group.Group;
import java.util.List;

/** A rule of the check; a pure function of the facts. */
interface Rule {

  List<Problem> findings(Snapshot snapshot, List<Group> groups);
}
