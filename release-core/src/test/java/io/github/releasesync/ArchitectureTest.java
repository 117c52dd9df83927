package io.github.releasesync;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The order of the packages, what each may use of others' code, and what nobody may call. */
@AnalyzeClasses(
    packages = ArchitectureTest.BASE,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  static final String BASE = "io.github.releasesync";

  /** Lowest first: a package imports only packages before it. The root is the front door. */
  private static final List<String> ORDER =
      List.of(
          "problem",
          "text",
          "json",
          "process",
          "version",
          "files",
          "http",
          "manifest.syntax",
          "manifest.cargo",
          "manifest.python",
          "manifest.maven",
          "changelog",
          "copies",
          "git",
          "git.jgit",
          "project.tree",
          "project.workspace",
          "project.group",
          "project.settings",
          "history",
          "facts",
          "change",
          "check",
          "next",
          "adopt",
          "packaging",
          "artifact",
          "plan",
          "registry",
          "store",
          "publish",
          "sandbox",
          "rehearsal",
          "prepare",
          "goal",
          "report");

  /** The one class that reads the clock of the system and sleeps; the front door hands it out. */
  private static final String SYSTEM_TIMING = BASE + ".publish.SystemTiming";

  /** Starts real processes, and so waits for them in real time. */
  private static final String SYSTEM_PROCESS_RUNNER = BASE + ".process.SystemProcessRunner";

  /** What each package may use beyond the JDK. */
  private static final Map<String, Set<String>> THIRD_PARTY =
      Map.of(
          "text", Set.of("com.github.difflib"),
          "version", Set.of("org.apache.maven.artifact.versioning"),
          "json", Set.of("com.google.gson"),
          "manifest.syntax", Set.of("org.tomlj"),
          "git.jgit", Set.of("org.eclipse.jgit"),
          "artifact", Set.of("org.apache.commons.compress"));

  @ArchTest
  static void everyPackageHasItsPlace(JavaClasses classes) {
    Set<String> known = new HashSet<>(ORDER.stream().map(p -> BASE + "." + p).toList());
    known.add(BASE);
    noClasses()
        .should(resideOutside(known))
        .because("a new package gets its place in the order first")
        .check(classes);
  }

  @ArchTest
  static void packagesImportOnlyThoseBelow(JavaClasses classes) {
    Set<String> upward = new TreeSet<>();
    for (JavaClass from : classes) {
      for (Dependency arrow : from.getDirectDependenciesFromSelf()) {
        JavaClass to = arrow.getTargetClass().getBaseComponentType();
        if (to.getPackageName().startsWith(BASE) && floor(to) > floor(from)) {
          upward.add(outermost(from) + " -> " + outermost(to));
        }
      }
    }
    assertThat(upward).as("arrows that point upward").isEmpty();
  }

  /** The place of a class in the order; the root is on top. */
  private static int floor(JavaClass javaClass) {
    int place = ORDER.indexOf(leaf(javaClass));
    return place < 0 ? ORDER.size() : place;
  }

  private static String leaf(JavaClass javaClass) {
    String own = javaClass.getPackageName();
    return own.equals(BASE) ? "" : own.substring(BASE.length() + 1);
  }

  private static String outermost(JavaClass javaClass) {
    String name = javaClass.getFullName().substring(javaClass.getPackageName().length() + 1);
    return name.replaceAll("\\$.*", "");
  }

  @ArchTest
  static void sandboxAndRegistryKnowNothingOfEachOther(JavaClasses classes) {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".sandbox")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE + ".registry")
        .allowEmptyShould(true)
        .because("a rehearsal proves the clients only if the registries are independent of them")
        .check(classes);
  }

  @ArchTest
  static void thirdPartyCodeStaysInItsPackage(JavaClasses classes) {
    for (JavaClass javaClass : classes) {
      Set<String> allowed = THIRD_PARTY.getOrDefault(leaf(javaClass), Set.of());
      noClasses()
          .that()
          .haveFullyQualifiedName(javaClass.getFullName())
          .should()
          .dependOnClassesThat(foreignTo(allowed))
          .check(classes);
    }
  }

  @ArchTest
  static final ArchRule NO_STANDARD_STREAMS =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace", PrintStream.class)
          .because("the goal prints: return text to it");

  @ArchTest
  static final ArchRule NO_EXIT =
      noClasses()
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class)
          .because("a library does not end its host: throw ReleaseException");

  @ArchTest
  static final ArchRule NO_AMBIENT_ENVIRONMENT =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE)
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class, String.class)
          .because("the environment is injected: take it from the caller");

  @ArchTest
  static final ArchRule NO_AMBIENT_TIME =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE)
          .and(areNot(SYSTEM_TIMING))
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(java.time.ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .because("time is injected: take a java.time.Clock");

  @ArchTest
  static final ArchRule NO_AMBIENT_STOPWATCH =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE)
          .and(areNot(SYSTEM_TIMING))
          .and(areNot(SYSTEM_PROCESS_RUNNER))
          .should()
          .callMethod(System.class, "nanoTime")
          .because("time is injected: take a java.time.Clock");

  @ArchTest
  static final ArchRule NO_SLEEP =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE)
          .and(areNot(SYSTEM_TIMING))
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", long.class, int.class)
          .because("waiting is injected, so that tests need not wait");

  @ArchTest
  static final ArchRule NO_PROCESS_BUT_IN_PROCESS =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + ".process")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ProcessBuilder.class)
          .orShould()
          .callMethod(Runtime.class, "exec", String.class)
          .orShould()
          .callMethod(Runtime.class, "exec", String[].class)
          .because("processes start in one place: use process.ProcessRunner");

  private static com.tngtech.archunit.lang.ArchCondition<JavaClass> resideOutside(
      Set<String> known) {
    return com.tngtech.archunit.lang.conditions.ArchConditions.be(
        DescribedPredicate.describe(
            "in a package outside " + known, c -> !known.contains(c.getPackageName())));
  }

  private static DescribedPredicate<JavaClass> areNot(String name) {
    return DescribedPredicate.describe("are not " + name, c -> !c.getFullName().equals(name));
  }

  private static DescribedPredicate<JavaClass> foreignTo(Set<String> allowed) {
    return DescribedPredicate.describe(
        "beyond the JDK and " + allowed,
        c -> {
          String name = c.getBaseComponentType().getFullName();
          boolean jdk =
              c.getBaseComponentType().isPrimitive()
                  || name.startsWith("java.")
                  || name.startsWith("javax.")
                  || name.startsWith("com.sun.net.httpserver");
          return !jdk
              && !name.startsWith(BASE + ".")
              && allowed.stream().noneMatch(p -> name.startsWith(p + "."));
        });
  }
}
