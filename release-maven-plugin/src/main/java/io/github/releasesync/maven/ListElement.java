package io.github.releasesync.maven;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** The parameters that are lists of elements with child elements. */
enum ListElement {
  GROUP("groups", "group", GroupParameters.class),
  COPY("copies", "copy", CopyParameters.class),
  RULE("rules", "rule", RuleParameters.class);

  private final String parameter;
  private final String element;
  private final Class<?> parts;

  ListElement(String parameter, String element, Class<?> parts) {
    this.parameter = parameter;
    this.element = element;
    this.parts = parts;
  }

  /** The elements of a parameter, if they have child elements. */
  static Optional<ListElement> of(String parameter) {
    return Arrays.stream(values()).filter(list -> list.parameter.equals(parameter)).findFirst();
  }

  /** The names of the child elements. */
  Set<String> parts() {
    return Arrays.stream(parts.getDeclaredFields())
        .filter(field -> !field.isSynthetic())
        .map(Field::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Refuses unknown names that Maven would accept, or refuse with its own message.
   *
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} for another name
   */
  void check(PlexusConfiguration list) {
    for (PlexusConfiguration child : list.getChildren()) {
      require(child.getName(), Set.of(element), parameter);
      for (PlexusConfiguration part : child.getChildren()) {
        require(part.getName(), parts(), element);
      }
    }
  }

  private void require(String name, Set<String> known, String parent) {
    if (!known.contains(name)) {
      throw new ReleaseException(
          Problem.of(
              Code.CONFIGURATION_INVALID,
              Place.of(parameter),
              "<" + parent + "> has no element <" + name + ">",
              "did you mean <" + NearestName.of(name, known) + ">?"));
    }
  }
}
