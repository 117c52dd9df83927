package io.github.releasesync.maven;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileDescriptor;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What a goal may not do, and what to do instead. */
@AnalyzeClasses(
    packages = "io.github.releasesync.maven",
    importOptions = ImportOption.DoNotIncludeTests.class)
class GoalBansTest {

  @ArchTest
  static final ArchRule NO_STANDARD_STREAMS =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("a goal prints with getLog()");

  /**
   * The one exception: commands of GitHub Actions must not have a prefix, which getLog() adds, and
   * Maven 4 to System.out as well.
   */
  @ArchTest
  static final ArchRule STANDARD_OUTPUT_IN_ONE_PLACE =
      noClasses()
          .that()
          .doNotBelongToAnyOf(StandardOutput.class)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(FileDescriptor.class)
          .because("a goal prints with getLog(), and annotations with StandardOutput");

  @ArchTest
  static final ArchRule NO_EXIT =
      noClasses()
          .should()
          .callMethod(System.class, "exit", int.class)
          .because("a goal fails by an exception");

  @ArchTest
  static final ArchRule NO_AMBIENT_ENVIRONMENT =
      noClasses()
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class)
          .because("a goal takes everything from its parameters and the session");

  @ArchTest
  static final ArchRule NO_PROCESSES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ProcessBuilder.class)
          .because("processes start in the library's process package");

  /** It is declared as provided, and all that Maven 3.9 and later provide of it. */
  @ArchTest
  static final ArchRule NOTHING_BUT_XPP3DOM_OF_PLEXUS_UTILS =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.codehaus.plexus.util..").and(not(type(Xpp3Dom.class))))
          .because("Maven 3.9 and later do not show the rest of plexus-utils to a plugin");
}
