package io.github.releasesync.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.testing.Shared;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names of wheels and sdists, as the packaging tools read them. */
class FilenamesTest {

  @Test
  void wheelNamesAreReadAsPackagingReadsThem() {
    for (Map<String, String> row : Shared.tsv("vectors/wheel-filenames.tsv")) {
      String name = row.get("filename");
      assertThat(wheel(name))
          .as(name)
          .isEqualTo(
              row.get("valid_head").equals("true")
                  ? String.join(
                      "|", row.get("name"), row.get("version"), row.get("build"), row.get("tags"))
                  : "refused");
    }
  }

  @Test
  void sdistNamesAreReadAsPackagingReadsThem() {
    for (Map<String, String> row : Shared.tsv("vectors/sdist-filenames.tsv")) {
      String name = row.get("filename");
      assertThat(sdist(name))
          .as(name)
          .isEqualTo(
              row.get("valid_head").equals("true")
                  ? String.join(
                      "|", row.get("name"), row.get("version"), row.get("pep625_canonical"))
                  : "refused");
    }
  }

  @Test
  void aWheelForSeveralPlatformsHasATagForEach() {
    WheelFilename name =
        WheelFilename.parse(
            "barter_python-1.2.0rc1-1-cp39-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl");
    assertThat(name.project()).isEqualTo("barter-python");
    assertThat(name.build()).contains("1");
    assertThat(name.tags())
        .containsExactly("cp39-abi3-manylinux2014_x86_64", "cp39-abi3-manylinux_2_17_x86_64");
  }

  @Test
  void aNameThatIsNoneHasACode() {
    assertThat(Refusals.code(() -> WheelFilename.parse("demo-1.0.whl")))
        .isEqualTo(Code.ARTIFACT_NAME_INVALID);
    assertThat(Refusals.code(() -> SdistFilename.parse("demo.tar.gz")))
        .isEqualTo(Code.ARTIFACT_NAME_INVALID);
  }

  private static String wheel(String filename) {
    try {
      WheelFilename name = WheelFilename.parse(filename);
      return String.join(
          "|",
          name.project(),
          name.version().toString(),
          name.build().orElse(""),
          String.join(" ", name.tags()));
    } catch (ReleaseException e) {
      return "refused";
    }
  }

  private static String sdist(String filename) {
    try {
      SdistFilename name = SdistFilename.parse(filename);
      return String.join(
          "|", name.project(), name.version().toString(), Boolean.toString(name.canonical()));
    } catch (ReleaseException e) {
      return "refused";
    }
  }
}
