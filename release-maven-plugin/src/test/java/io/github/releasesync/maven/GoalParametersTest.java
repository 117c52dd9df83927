package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each goal can be given is its contract, and it is what the goal reads. */
class GoalParametersTest {

  private static final String GROUPS = " root skip groups ";
  private static final String PACKAGES = GROUPS + " externallyPublished ";
  private static final String CHECKED = PACKAGES + " copies unreleasedFeatures ";
  private static final String BUILD =
      " outputDirectory group cargo python maturin uv provisionTools verifyCrates buildIsolation"
          + " allowCredentialsInBuild buildTimeout ";
  private static final String TAG =
      " group dryRun outputDirectory branches message sign push remote ignoreUnportedFixes"
          + " package sections ";

  private static final Map<String, String> CONTRACT =
      Map.ofEntries(
          Map.entry("check", CHECKED + "outputDirectory failOn rules"),
          Map.entry("next", GROUPS + "copies outputDirectory level majorVersionZero"),
          Map.entry("sync", CHECKED + "rules group dryRun outputDirectory commit"),
          Map.entry(
              "bump",
              CHECKED
                  + "rules group dryRun outputDirectory level package bumpDependents majorVersionZero"),
          Map.entry("init", GROUPS + "copies dryRun"),
          Map.entry(
              "prepare",
              CHECKED
                  + TAG
                  + "rules level tag bumpDependents developmentVersion note"
                  + " releaseNotesFile date changelog fragments mergePreReleases"
                  + " majorVersionZero"),
          Map.entry("tag", CHECKED + TAG + "rules"),
          Map.entry("rollback", "root skip dryRun"),
          Map.entry("package", PACKAGES + BUILD + "distDirectory allowDirty"),
          Map.entry("rehearse", CHECKED + BUILD + "faults onMissingTool"),
          Map.entry(
              "publish",
              PACKAGES
                  + "outputDirectory distDirectory group dryRun cratesIndex pypiUploadUrl"
                  + " pypiIndexUrl indexTimeout quietPeriod"),
          Map.entry("sandbox", "root skip outputDirectory port faults"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPath(Path.of("target", "classes"));

  /** The names of a goal's parameters. */
  static Set<String> contract(String goal) {
    return Set.of(CONTRACT.get(goal).strip().split("\\s+"));
  }

  /** The goals, by name. */
  private static Map<String, JavaClass> goals() {
    Map<String, JavaClass> goals = new TreeMap<>();
    CLASSES.stream()
        .filter(c -> c.isAnnotatedWith(Mojo.class) && !c.getSimpleName().equals("HelpMojo"))
        .forEach(c -> goals.put(c.getAnnotationOfType(Mojo.class).name(), c));
    return goals;
  }

  static Stream<String> names() {
    return goals().keySet().stream();
  }

  @Test
  void theTableHasEveryGoal() {
    assertThat(CONTRACT.keySet()).isEqualTo(goals().keySet());
  }

  @ParameterizedTest
  @MethodSource("names")
  void aGoalHasTheParametersOfTheTable(String goal) {
    Set<String> names = new TreeSet<>();
    parameters(goals().get(goal)).forEach(field -> names.add(name(field)));

    assertThat(names).containsExactlyInAnyOrder(CONTRACT.get(goal).strip().split("\\s+"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aGoalReadsEachOfItsParameters(String goal) {
    JavaClass mojo = goals().get(goal);

    assertThat(read(mojo)).containsAll(parameters(mojo));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aParameterHasOneName(String goal) {
    for (JavaField field : parameters(goals().get(goal))) {
      assertThat(field.getAnnotationOfType(Parameter.class).property())
          .isEqualTo("release-sync." + name(field));
    }
  }

  /** Without it Maven would refuse the line of a list, or on Maven 4 drop it. */
  @ParameterizedTest
  @MethodSource("names")
  void everyGoalIsSetByOurConfigurator(String goal) {
    JavaClass mojo = goals().get(goal);

    assertThat(mojo.getAnnotationOfType(Mojo.class).configurator())
        .isEqualTo(GoalConfigurator.HINT);
  }

  @Test
  void everyListWithPartsIsKnownToTheConfigurator() {
    Set<String> lists = new TreeSet<>();
    goals().values().stream()
        .flatMap(goal -> parameters(goal).stream())
        .filter(field -> field.getRawType().isAssignableTo(ListParameter.class))
        .forEach(field -> lists.add(name(field)));

    assertThat(lists).isNotEmpty().hasSameSizeAs(ListElement.values());
    assertThat(lists).allMatch(name -> ListElement.of(name).isPresent());
  }

  private static Set<JavaField> parameters(JavaClass goal) {
    return goal.getAllFields().stream()
        .filter(field -> field.isAnnotatedWith(Parameter.class))
        .filter(field -> !field.getAnnotationOfType(Parameter.class).readonly())
        .collect(Collectors.toSet());
  }

  private static String name(JavaField field) {
    String name = field.getAnnotationOfType(Parameter.class).name();
    return name.isEmpty() ? field.getName() : name;
  }

  /** The fields that are read from execute() on, where each call reaches this goal's own method. */
  private static Set<JavaField> read(JavaClass goal) {
    Set<JavaField> fields = new HashSet<>();
    Set<JavaCodeUnit> seen = new HashSet<>();
    Deque<JavaCodeUnit> open = new ArrayDeque<>();
    open.add(find(goal, "execute", new String[0]).orElseThrow());
    while (!open.isEmpty()) {
      JavaCodeUnit method = open.pop();
      if (seen.add(method)) {
        method.getFieldAccesses().stream()
            .filter(access -> access.getAccessType() == JavaFieldAccess.AccessType.GET)
            .flatMap(access -> access.getTarget().resolveMember().stream())
            .forEach(fields::add);
        method.getMethodCallsFromSelf().stream()
            .filter(call -> goal.isAssignableTo(call.getTargetOwner().getName()))
            .flatMap(call -> called(goal, call).stream())
            .forEach(open::add);
      }
    }
    return fields;
  }

  /** What a call reaches: the goal's own method, but for a call of super by the same method. */
  private static Optional<JavaMethod> called(JavaClass goal, JavaMethodCall call) {
    boolean isSuper =
        call.getName().equals(call.getOrigin().getName())
            && !call.getOriginOwner().equals(call.getTargetOwner())
            && call.getOriginOwner().isAssignableTo(call.getTargetOwner().getName());
    String[] parameters =
        call.getTarget().getRawParameterTypes().stream()
            .map(JavaClass::getName)
            .toArray(String[]::new);
    return find(isSuper ? call.getTargetOwner() : goal, call.getName(), parameters);
  }

  private static Optional<JavaMethod> find(JavaClass from, String name, String[] parameters) {
    return Stream.concat(Stream.of(from), from.getAllRawSuperclasses().stream())
        .flatMap(c -> c.tryGetMethod(name, parameters).stream())
        .findFirst();
  }
}
