package io.github.releasesync.project.tree;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects the problems while a tree is read, so that the rest of it is still read. */
public final class Problems {

  private final List<Problem> problems = new ArrayList<>();

  public void add(Code code, Place place, String message, String help) {
    problems.add(Problem.of(code, place, message, help));
  }

  public void add(Problem problem) {
    problems.add(problem);
  }

  /** The result of an attempt; empty if it failed, with its problem on the list. */
  public <T> Optional<T> attempt(Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (ReleaseException e) {
      problems.add(e.problem());
      return Optional.empty();
    }
  }

  public List<Problem> all() {
    return List.copyOf(problems);
  }
}
