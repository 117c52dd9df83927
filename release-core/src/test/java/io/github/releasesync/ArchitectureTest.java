package io.github.releasesync;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order of the packages, what each may use of others' code, and what nobody may call. */
@AnalyzeClasses(
    packages = ArchitectureTest.BASE,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  static final String BASE = "io.github.releasesync";

  /** Lowest first: a package imports only packages before it. The root wires them all. */
  private static final List<String> ORDER =
      List.of(
          "problem",
          "text",
          "json",
          "process",
          "version",
          "manifest",
          "git",
          "project",
          "history",
          "build",
          "artifact",
          "registry",
          "plan",
          "execute",
          "report",
          "sandbox");

  /** What each package may use beyond the JDK. */
  private static final Map<String, Set<String>> THIRD_PARTY =
      Map.of(
          "json", Set.of("com.google.gson"),
          "manifest", Set.of("org.tomlj", "eu.maveniverse.domtrip"),
          "git", Set.of("org.eclipse.jgit"),
          "artifact", Set.of("org.apache.commons.compress"));

  @ArchTest
  static void everyPackageHasItsPlace(JavaClasses classes) {
    Set<String> known = new java.util.HashSet<>(ORDER.stream().map(p -> BASE + "." + p).toList());
    known.add(BASE);
    noClasses()
        .should(resideOutside(known))
        .because("a new package gets its place in the order first")
        .check(classes);
  }

  @ArchTest
  static void packagesImportOnlyThoseBelow(JavaClasses classes) {
    for (int i = 0; i < ORDER.size(); i++) {
      String[] above =
          ORDER.subList(i + 1, ORDER.size()).stream()
              .map(p -> BASE + "." + p)
              .toArray(String[]::new);
      String[] rootAndAbove = new String[above.length + 1];
      System.arraycopy(above, 0, rootAndAbove, 0, above.length);
      rootAndAbove[above.length] = BASE;
      noClasses()
          .that()
          .resideInAPackage(BASE + "." + ORDER.get(i))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(rootAndAbove)
          .allowEmptyShould(true)
          .check(classes);
    }
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
      String own = javaClass.getPackageName();
      String leaf = own.equals(BASE) ? "" : own.substring(BASE.length() + 1);
      Set<String> allowed = THIRD_PARTY.getOrDefault(leaf, Set.of());
      noClasses()
          .that()
          .haveFullyQualifiedName(javaClass.getFullName())
          .should()
          .dependOnClassesThat(foreignTo(allowed))
          .check(classes);
    }
  }

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching(BASE + ".(*)..").should().beFreeOfCycles();

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
  static final ArchRule NO_SLEEP =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE)
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
