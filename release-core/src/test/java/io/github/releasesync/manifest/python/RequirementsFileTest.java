package io.github.releasesync.manifest.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequirementsFileTest {

  private static RequirementsFile file(String text) {
    return RequirementsFile.parse(
        SourceText.decode("requirements.txt", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> shown(List<PythonRequirement> requirements) {
    return requirements.stream()
        .map(r -> r.place().line() + ":" + r.place().column() + " " + r.name() + r.specifier())
        .toList();
  }

  @Test
  void pinsNameOneWholeVersion() {
    RequirementsFile file =
        file(
            """
            # a==1
            -r other.txt
            --index-url https://example.org/simple
              a[x] == 1.0 ; python_version < "3.9"  # why
            b==1.0,<2
            c==1.*
            d>=1.0
            e @ https://example.org/e-1.0.tar.gz
            ./f-1.0.whl
            G==1.0 --config-settings "x=y"
            h==1.0 \\
              ; sys_platform == "linux"
            i===1.0
            """
                .replace("\n", "\r\n"));

    assertThat(shown(file.pins()))
        .containsExactly("4:3 a== 1.0", "10:1 G==1.0", "11:1 h==1.0", "13:1 i===1.0");
    assertThat(file.hashed()).isEmpty();
  }

  @Test
  void hashesMayStandOnTheNextLines() {
    RequirementsFile file =
        file(
            "a==1.0 --hash=sha256:00\nb==1.0 \\\n    --hash=sha256:00 \\\n    --hash=sha256:11\nc==1.0");

    assertThat(shown(file.hashed())).containsExactly("1:1 a==1.0", "2:1 b==1.0");
    assertThat(shown(file.pins())).containsExactly("5:1 c==1.0");
  }
}
