package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The plugin builds on what others may build on, and on nothing else. */
class ApiUseTest {

  private static final String BASE = "io.github.releasesync";
  private static final Pattern INCLUDE =
      Pattern.compile("<include>(" + BASE + "[\\w.]*)</include>");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPath(Path.of("target", "classes"));

  @Test
  void thePluginUsesTheApiAlone() throws IOException {
    Set<String> api =
        INCLUDE
            .matcher(Files.readString(Path.of("..", "pom.xml")))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    Set<String> other = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      for (Dependency arrow : type.getDirectDependenciesFromSelf()) {
        JavaClass target = arrow.getTargetClass().getBaseComponentType();
        String name = target.getFullName().replaceAll("\\$.*", "");
        boolean ours = target.getPackageName().startsWith(BASE);
        boolean own = target.getPackageName().equals(BASE + ".maven");
        if (ours && !own && !api.contains(target.getPackageName()) && !api.contains(name)) {
          other.add(type.getSimpleName() + " -> " + name);
        }
      }
    }
    assertThat(api).isNotEmpty();
    assertThat(other).isEmpty();
  }
}
