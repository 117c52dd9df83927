package io.github.releasesync.git.jgit;

import io.github.releasesync.git.Tag;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.util.RawParseUtils;

/** Reads tags. */
final class TagReader {

  private final Repository repository;
  private final History history;
  private final CommitReader commits;

  TagReader(Repository repository, History history, CommitReader commits) {
    this.repository = repository;
    this.history = history;
    this.commits = commits;
  }

  /** All tags, the newest first. */
  List<Tag> all() throws IOException {
    List<Tag> tags = new ArrayList<>();
    for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
      if (ref.getObjectId() != null) {
        String name = ref.getName().substring(Constants.R_TAGS.length());
        tags.add(tag(name, history.object(ref.getObjectId())));
      }
    }
    tags.sort(Tag.NEWEST_FIRST);
    return List.copyOf(tags);
  }

  /** Those of some tags that a commit can reach, in the same order. */
  List<Tag> reachable(RevCommit from, List<Tag> tags) throws IOException {
    List<Tag> reachable = new ArrayList<>();
    for (Tag tag : tags) {
      Optional<RevCommit> tagged = history.commit(ObjectId.fromString(tag.commit()));
      if (tagged.isPresent() && history.reaches(from, tagged.get())) {
        reachable.add(tag);
      }
    }
    return List.copyOf(reachable);
  }

  private Tag tag(String name, RevObject object) throws IOException {
    boolean annotated = object instanceof RevTag;
    RevObject target = annotated ? history.peeled(object) : object;
    return new Tag(name, target.name(), annotated, created(object, target));
  }

  private Instant created(RevObject object, RevObject target) throws IOException {
    if (object instanceof RevTag tag) {
      byte[] raw = bytes(tag);
      int tagger = RawParseUtils.tagger(raw, 0);
      if (tagger >= 0) {
        return CommitReader.time(raw, tagger);
      }
    }
    return target instanceof RevCommit commit ? commits.committed(commit) : Instant.EPOCH;
  }

  private byte[] bytes(RevTag tag) throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      return reader.open(tag).getCachedBytes();
    }
  }
}
