package io.github.releasesync.manifest;

import io.github.releasesync.manifest.cargo.CrateName;
import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.testing.Shared;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Names as the registries' own tools were seen to treat them. */
class NamesVectorsTest {

  @Test
  void projectNamesAreThoseOfPythonPackaging() {
    SoftAssertions all = new SoftAssertions();
    for (Map<String, String> row : Shared.tsv("vectors/pep503-names.tsv")) {
      String name = row.get("name");
      boolean valid = Boolean.parseBoolean(row.get("valid_head"));
      all.assertThat(ProjectName.isValid(name)).as("valid: %s", name).isEqualTo(valid);
      all.assertThat(ProjectName.normalize(name)).as(name).isEqualTo(row.get("normalized"));
      if (valid) {
        all.assertThat(ProjectName.fileForm(name)).as(name).isEqualTo(row.get("filename_form"));
      }
    }
    all.assertAll();
  }

  @Test
  void crateNamesAreThoseOfCratesIo() {
    SoftAssertions all = new SoftAssertions();
    for (Map<String, String> row : Shared.tsv("vectors/crate-names.tsv")) {
      String name = row.get("name");
      boolean valid = Boolean.parseBoolean(row.get("valid_syntax"));
      boolean reserved = Boolean.parseBoolean(row.get("reserved"));
      all.assertThat(CrateName.isValid(name)).as("valid: %s", name).isEqualTo(valid);
      all.assertThat(CrateName.isReserved(name)).as("reserved: %s", name).isEqualTo(reserved);
      if (valid) {
        all.assertThat(CrateName.canonical(name)).as(name).isEqualTo(row.get("canon"));
      }
    }
    all.assertAll();
  }
}
