package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.shared.release.policy.PolicyException;
import org.apache.maven.shared.release.policy.version.VersionPolicy;
import org.apache.maven.shared.release.policy.version.VersionPolicyRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

/** The version of a release needs a whole build: the invoker project maven-release shows it. */
class CommitVersionPolicyTest {

  @ParameterizedTest
  @CsvSource({
    "1.2.0, 1.2.1-SNAPSHOT",
    "1.2.0-beta.1, 1.2.0-SNAPSHOT",
    "1.2.0-incubating, 1.2.1-incubating-SNAPSHOT"
  })
  void whatIsDevelopedNext(String released, String next) throws PolicyException {
    assertThat(
            new CommitVersionPolicy()
                .getDevelopmentVersion(new VersionPolicyRequest().setVersion(released))
                .getVersion())
        .isEqualTo(next);
  }

  @Test
  void aVersionThatNothingFollowsIsRefusedWithItsCode() {
    VersionPolicyRequest request = new VersionPolicyRequest().setVersion("nightly");

    assertThatThrownBy(() -> new CommitVersionPolicy().getDevelopmentVersion(request))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("[RS408]")
        .hasMessageContaining("nothing follows nightly")
        .hasMessageContaining("-DdevelopmentVersion=VERSION");
  }

  @Test
  void mavenIsToldOfIt() throws Exception {
    try (InputStream file = getClass().getResourceAsStream("/META-INF/plexus/components.xml")) {
      Document components = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);

      assertThat(text(components, "role")).isEqualTo(VersionPolicy.class.getName());
      assertThat(text(components, "role-hint")).isEqualTo("release-sync");
      assertThat(text(components, "implementation")).isEqualTo(CommitVersionPolicy.class.getName());
      assertThat(CommitVersionPolicy.class.getDeclaredField(text(components, "field-name")))
          .isNotNull();
    }
  }

  private static String text(Document document, String element) {
    return document.getElementsByTagName(element).item(0).getTextContent();
  }
}
