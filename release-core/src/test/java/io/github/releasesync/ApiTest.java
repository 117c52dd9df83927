package io.github.releasesync;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The public API: its types change incompatibly only with a major release. */
@AnalyzeClasses(
    packagesOf = ReleaseSync.class,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ApiTest {

  private static final String BASE = "io.github.releasesync";

  /** The list that japicmp compares with the last release: packages, and single types. */
  private static final Set<String> API = ApiList.read();

  /** What a call returns, and what a call takes, is promised too. */
  @ArchTest
  static void whatTheApiShowsIsOfTheApi(JavaClasses classes) {
    Set<String> leaks = new TreeSet<>();
    for (JavaClass type : classes) {
      if (isApi(type) && isVisible(type)) {
        for (JavaMethod method : type.getMethods()) {
          if (isShown(method)) {
            involved(method)
                .map(JavaClass::getBaseComponentType)
                .filter(t -> t.getPackageName().startsWith(BASE) && !isApi(t))
                .forEach(t -> leaks.add(t.getFullName() + " <- " + method.getFullName()));
          }
        }
      }
    }
    assertThat(leaks).isEmpty();
  }

  /** Accessors and calls; the factories of values are for the goals. */
  private static boolean isShown(JavaMethod method) {
    Set<JavaModifier> modifiers = method.getModifiers();
    return modifiers.contains(JavaModifier.PUBLIC) && !modifiers.contains(JavaModifier.STATIC);
  }

  private static Stream<JavaClass> involved(JavaMethod method) {
    return method.getOwner().isEquivalentTo(ReleaseSync.class)
        ? method.getAllInvolvedRawTypes().stream()
        : method.getReturnType().getAllInvolvedRawTypes().stream();
  }

  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ApiTest::isVisible).orElse(true);
  }

  private static boolean isApi(JavaClass type) {
    return ApiList.contains(API, type.getFullName());
  }
}
