package io.github.releasesync.prepare;

import io.github.releasesync.git.GitWriter;
import io.github.releasesync.git.RepositoryAddress;
import io.github.releasesync.problem.ReleaseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The push of a release: done, or still to be done by the user.
 *
 * @param remote the remote; empty if there is none, or the choice is ambiguous
 * @param hasRemotes whether the repository has a remote at all
 * @param branch the branch; empty to push only a tag
 * @param tag the tag, if there is one
 * @param done whether it was pushed
 * @param refusal the reason that git refused the push, if it did
 */
public record Push(
    Optional<String> remote,
    boolean hasRemotes,
    Optional<String> branch,
    Optional<String> tag,
    boolean done,
    Optional<String> refusal) {

  /**
   * A push that is not done yet.
   *
   * @param remote the remote, as {@link GuardOptions#remoteOf} finds it
   * @param writer reads the remotes
   * @param branch the branch; empty to push only a tag
   * @param tag the tag, if there is one
   * @return the push
   */
  public static Push of(
      Optional<String> remote, GitWriter writer, Optional<String> branch, Optional<String> tag) {
    boolean hasRemotes = remote.isPresent() || !writer.remotes().isEmpty();
    return new Push(remote, hasRemotes, branch, tag, false, Optional.empty());
  }

  /**
   * Pushes the release. It stays prepared even if the remote refuses it.
   *
   * @param writer pushes
   * @return the push, done or refused
   */
  public Push to(GitWriter writer) {
    List<String> refs =
        Stream.concat(
                branch.map(name -> "refs/heads/" + name).stream(),
                tag.map(name -> "refs/tags/" + name).stream())
            .toList();
    try {
      writer.push(remote.orElse(remoteName()), refs);
      return new Push(remote, hasRemotes, branch, tag, true, Optional.empty());
    } catch (ReleaseException e) {
      return new Push(remote, hasRemotes, branch, tag, false, Optional.of(e.problem().message()));
    }
  }

  /**
   * The name of the remote for a command.
   *
   * @return the remote, an address without its credential; where there is none, the name that it
   *     would get; where several could be meant, a word in its place
   */
  public String remoteName() {
    return remote
        .map(RepositoryAddress::withoutCredential)
        .orElse(hasRemotes ? "REMOTE" : "origin");
  }

  /**
   * The names of the pushed refs.
   *
   * @return the branch, the tag, or both
   */
  public List<String> names() {
    return Stream.concat(branch.stream(), tag.stream()).toList();
  }
}
