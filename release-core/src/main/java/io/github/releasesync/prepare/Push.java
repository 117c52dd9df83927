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
 * @param names branch and tag as a user types them: in full where a tag has the name of a branch
 * @param done whether it was pushed
 * @param refusal the reason that git refused the push, if it did
 */
public record Push(
    Optional<String> remote,
    boolean hasRemotes,
    Optional<String> branch,
    Optional<String> tag,
    List<String> names,
    boolean done,
    Optional<String> refusal) {

  private static final String BRANCHES = "refs/heads/";
  private static final String TAGS = "refs/tags/";

  /** Copies. */
  public Push {
    names = List.copyOf(names);
  }

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
    return new Push(
        remote, hasRemotes, branch, tag, names(writer, branch, tag), false, Optional.empty());
  }

  private static List<String> names(
      GitWriter writer, Optional<String> branch, Optional<String> tag) {
    Optional<String> likeTheTag = tag.map(name -> BRANCHES + name);
    Optional<String> likeTheBranch = branch.map(name -> TAGS + name);
    List<String> there =
        writer.references(Stream.concat(likeTheTag.stream(), likeTheBranch.stream()).toList());
    return Stream.concat(
            branch.stream().map(b -> in(there, likeTheBranch) ? BRANCHES + b : b),
            tag.stream().map(t -> in(there, likeTheTag) ? TAGS + t : t))
        .toList();
  }

  private static boolean in(List<String> there, Optional<String> name) {
    return name.filter(there::contains).isPresent();
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
                branch.map(name -> BRANCHES + name).stream(), tag.map(name -> TAGS + name).stream())
            .toList();
    try {
      writer.push(remote.orElse(remoteName()), refs);
      return new Push(remote, hasRemotes, branch, tag, names, true, Optional.empty());
    } catch (ReleaseException e) {
      return new Push(
          remote, hasRemotes, branch, tag, names, false, Optional.of(e.problem().message()));
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
}
