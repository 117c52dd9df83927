package io.github.releasesync.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.problem.Code;
import io.github.releasesync.testing.ArtifactFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** METADATA and PKG-INFO. */
class CoreMetadataTest {

  @Test
  void headersKeepTheirOrderAndTheBodyIsTheDescription() {
    CoreMetadata metadata =
        CoreMetadata.parse(
            "METADATA",
            "Metadata-Version: 2.4\r\nName: barter-python\r\nVersion: 1.0\r\n"
                + "Classifier: A :: B\r\nclassifier: C\r\n\r\n# Title\r\n\r\nName: not a header\r\n");
    assertThat(metadata.name()).isEqualTo("barter-python");
    assertThat(metadata.metadataVersion()).isEqualTo("2.4");
    assertThat(metadata.all("Classifier")).containsExactly("A :: B", "C");
    assertThat(metadata.description()).isEqualTo("# Title\r\n\r\nName: not a header\r\n");
  }

  @Test
  void foldedValuesLoseTheirIndentation() {
    CoreMetadata metadata =
        CoreMetadata.parse(
            "PKG-INFO",
            ArtifactFiles.metadata(
                "demo", "1.0", "License: MIT\n        of ours\nDescription: one\n       |two\n"));
    assertThat(metadata.first("License")).contains("MIT\nof ours");
    assertThat(metadata.description()).isEqualTo("one\ntwo");
    assertThat(metadata.first("Description")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Name: demo\nVersion: 1.0\n",
        "Metadata-Version: 2.4\nName: demo\nVersion: 1.0\nVersion: 2.0\n",
        "Metadata-Version: 2.4\nName: demo\nname: other\nVersion: 1.0\n",
        "Metadata-Version: 2.4\nName: demo\nVersion: one\n",
        "Metadata-Version: 2.4\nName: de mo\nVersion: 1.0\n",
        "Metadata-Version: 2.4\nName: demo\nVersion: 1.0\nno colon here\n",
        " Name: indented\n",
        "Metadata-Version: 2.4\nName: demo\nVersion: 1.0\nDescription: a\n\nb\n",
      })
  void metadataThatSaysNothingOrTwoThingsIsRefused(String text) {
    assertThat(Refusals.code(() -> CoreMetadata.parse("METADATA", text)))
        .isEqualTo(Code.ARTIFACT_METADATA_INVALID);
  }
}
