package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.testing.SmallProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is too much, too deep or without end: each is checked in less than two seconds and in 256
 * MB, and says what is wrong and where.
 */
@TestInstance(Lifecycle.PER_CLASS)
class LargeInputTest {

  private static final int MEGABYTE = 1 << 20;
  private static final int DEEP = 10_000;
  private static final String CRATE = "[package]\nname = \"a\"\nversion = \"1.0.0\"\n";
  private static final String PROJECT = "[project]\nname = \"p\"\nversion = \"1.0.0\"\n";
  private static final String BACKEND = "[build-system]\nrequires = [\"hatchling\"]\n";
  private static final String POM =
      "<project><groupId>g</groupId><artifactId>a</artifactId><version>1</version>";
  private static final String OPEN_POM =
      "<project><groupId>g</groupId><artifactId>a</artifactId><version>${p0}</version>";

  private record Outcome(long millis, long reportLength, int findings, String said) {}

  private Path temp;
  private final Map<String, Outcome> outcomes = new TreeMap<>();

  @BeforeAll
  void checkThemAllInLittleMemory(@TempDir Path folder) throws IOException {
    temp = folder;
    large();
    deep();
    endless();
    wide();
    ProcessResult run =
        SmallProcess.run(Duration.ofMinutes(10), temp, CheckRun.class, temp.toString());
    assertThat(run.exitCode()).as("ended at the last of: %s", run.errorText()).isZero();
    for (String line : run.outputText().lines().toList()) {
      String[] cells = line.split("\t", 5);
      outcomes.put(
          cells[0],
          new Outcome(
              Long.parseLong(cells[1]),
              Long.parseLong(cells[2]),
              Integer.parseInt(cells[3]),
              cells[4]));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          manifest-of-50-mb | RS011 Cargo.toml too large: 52428800 bytes, the limit is 1048576
          pom-of-50-mb | RS011 pom.xml too large: 52428800 bytes, the limit is 4194304
          lock-of-8-mb | RS201 Cargo.lock Cargo.lock is out of date: a 1.0.0 is missing
          poms-of-4-mb | RS014
          pom-dependencies-of-4-mb | RS203 pom.xml:1:157 maven:g:a requires g:a `2`
          pom-expressions-of-4-mb | RS014
          dependencies-of-1-mb | RS014
          requirements-of-1-mb | RS014
          members-on-one-line | RS013 Cargo.toml:2:13 member `0` has no Cargo.toml
          lines-of-nothing | RS014
          unusual-and-large | RS010 Cargo.toml:4:5 not TOML, or of a kind that is read only in files of at most 131072
          not-closed-on-each-line | RS010 Cargo.toml:4:6 not TOML: this key has no value
          astral-plane | RS010 Cargo.toml:5:1 not TOML
          deep-arrays | RS010 Cargo.toml:4:134 not TOML: Nesting is too deep
          deep-inline-tables | RS010 Cargo.toml:4:773 not TOML: Nesting is too deep
          deep-keys | RS014
          deep-headers | RS014
          deep-elements | RS010 pom.xml:1:391 more than 128 elements inside each other
          properties-of-properties | RS108 pom.xml:1:65 `${p0}` cannot be resolved
          billion-laughs-of-properties | RS108 pom.xml:1:65 `${p0}` cannot be resolved
          billion-laughs | RS010 pom.xml:1:1 a DOCTYPE: no DTD is read
          parameter-entities | RS010 pom.xml:1:1 a DOCTYPE: no DTD is read
          external-dtd | RS010 pom.xml:1:1 a DOCTYPE: no DTD is read
          external-entity | RS010 pom.xml:1:1 a DOCTYPE: no DTD is read
          parents-without-end | RS108
          digits-without-end | RS107 Cargo.toml:3:12 `99999
          exponent-without-end | RS010 Cargo.toml:4:5 not TOML
          circle-of-everything | RS213
          patterns-without-number | RS010 Cargo.toml:2:
          pattern-without-end | RS010 Cargo.toml:2:13 a pattern of more than 1000 characters
          brackets-in-patterns | RS013
          excluded-thousandfold | RS014
          """)
  void isSaidInTimeAndInLittleMemory(String tree, String said) {
    Outcome outcome = outcomes.get(tree);
    assertThat(outcome.said()).contains(said);
    assertThat(outcome.millis()).as("milliseconds of processor time").isLessThan(2_000);
    assertThat(outcome.reportLength()).as("length of the report").isLessThan(100_000);
    assertThat(outcome.findings()).as("findings").isLessThanOrEqualTo(10_001);
  }

  private void large() throws IOException {
    write("manifest-of-50-mb", "Cargo.toml", "#".repeat(50 * MEGABYTE));
    write("pom-of-50-mb", "pom.xml", " ".repeat(50 * MEGABYTE));
    write("lock-of-8-mb", "Cargo.toml", CRATE);
    write(
        "lock-of-8-mb",
        "Cargo.lock",
        "version = 4\n\n"
            + upTo(8 * MEGABYTE, i -> "[[package]]\nname = \"n" + i + "\"\nversion = \"1.0.0\"\n"));
    String properties = upTo(4 * MEGABYTE, i -> "<p" + i + ">v</p" + i + ">");
    write("poms-of-4-mb", "pom.xml", POM + "<properties>" + properties + "</properties></project>");
    write("poms-of-4-mb", "b/pom.xml", POM + upTo(4 * MEGABYTE, i -> "<a/>") + "</project>");
    write(
        "pom-dependencies-of-4-mb",
        "pom.xml",
        POM
            + "<dependencies>"
            + upTo(
                4 * MEGABYTE,
                i ->
                    "<dependency><groupId>g</groupId><artifactId>a</artifactId>"
                        + "<version>2</version></dependency>")
            + "</dependencies></project>");
    String laughs =
        times(50, i -> "<p" + i + ">" + ("${p" + (i + 1) + "}").repeat(10) + "</p" + i + ">");
    write(
        "pom-expressions-of-4-mb",
        "pom.xml",
        POM
            + "<properties>"
            + laughs
            + "<p50>ha</p50></properties><dependencies>"
            + upTo(
                4 * MEGABYTE - 10_000,
                i ->
                    "<dependency><artifactId>${p0}"
                        + i
                        + "</artifactId><version>${p0}</version></dependency>")
            + "</dependencies></project>");
    write(
        "dependencies-of-1-mb",
        "Cargo.toml",
        CRATE
            + "[dependencies]\n"
            + upTo(MEGABYTE, i -> "d" + i + " = { path = \"d" + i + "\", version = \"1\" }\n"));
    write(
        "requirements-of-1-mb",
        "pyproject.toml",
        PROJECT + "dependencies = [" + upTo(MEGABYTE, i -> "\"q==1.0\",") + "]\n" + BACKEND);
    write(
        "requirements-of-1-mb",
        "q/pyproject.toml",
        "[project]\nname = \"q\"\nversion = \"2.0\"\n" + BACKEND);
    write(
        "members-on-one-line",
        "Cargo.toml",
        "[workspace]\nmembers = [" + upTo(MEGABYTE, i -> "\"" + i + "\",") + "]\n");
    write("lines-of-nothing", "Cargo.toml", CRATE + "\n".repeat(MEGABYTE - 100));
    write("unusual-and-large", "Cargo.toml", CRATE + upTo(MEGABYTE, i -> "k" + i + "=1.5\n"));
    write("not-closed-on-each-line", "Cargo.toml", CRATE + "a = {b\n".repeat(120_000));
    write(
        "astral-plane",
        "Cargo.toml",
        CRATE + "a = \"" + "\ud83e\udd80".repeat(200_000) + "\"\n= 1\n");
  }

  private void deep() throws IOException {
    write("deep-arrays", "Cargo.toml", CRATE + "a = " + "[".repeat(DEEP) + "]".repeat(DEEP) + "\n");
    write(
        "deep-inline-tables",
        "Cargo.toml",
        CRATE + "a = " + "{ a = ".repeat(DEEP) + "1" + "}".repeat(DEEP) + "\n");
    write("deep-keys", "Cargo.toml", CRATE + "a.".repeat(DEEP) + "a = 1\n");
    write("deep-headers", "Cargo.toml", CRATE + "[" + "a.".repeat(DEEP) + "a]\n");
    write(
        "deep-elements",
        "pom.xml",
        "<project>" + "<a>".repeat(DEEP) + "</a>".repeat(DEEP) + "</project>");
  }

  private void endless() throws IOException {
    write(
        "properties-of-properties",
        "pom.xml",
        OPEN_POM
            + "<properties>"
            + times(20_000, i -> "<p" + i + ">${p" + (i + 1) + "}</p" + i + ">")
            + "</properties></project>");
    write(
        "billion-laughs-of-properties",
        "pom.xml",
        OPEN_POM
            + "<properties>"
            + times(50, i -> "<p" + i + ">" + ("${p" + (i + 1) + "}").repeat(10) + "</p" + i + ">")
            + "<p50>ha</p50></properties></project>");
    write(
        "billion-laughs",
        "pom.xml",
        "<!DOCTYPE project [<!ENTITY e0 \"ha\">"
            + times(50, i -> "<!ENTITY e" + (i + 1) + " \"" + ("&e" + i + ";").repeat(10) + "\">")
            + "]>"
            + POM
            + "<name>&e50;</name></project>");
    write(
        "parameter-entities",
        "pom.xml",
        "<!DOCTYPE project [<!ENTITY % a SYSTEM \"file:///etc/passwd\">%a;]>" + POM + "</project>");
    write(
        "external-dtd",
        "pom.xml",
        "<!DOCTYPE project SYSTEM \"http://192.0.2.1/x.dtd\">" + POM + "</project>");
    write(
        "external-entity",
        "pom.xml",
        "<!DOCTYPE project [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + POM
            + "<name>&x;</name></project>");
    for (int i = 0; i < 500; i++) {
      write(
          "parents-without-end",
          "p" + i + "/pom.xml",
          "<project><parent><groupId>g</groupId><artifactId>a"
              + (i + 1) % 500
              + "</artifactId><version>1</version><relativePath>../p"
              + (i + 1) % 500
              + "</relativePath></parent><artifactId>a"
              + i
              + "</artifactId><version>${x}</version></project>");
    }
    write("digits-without-end", "Cargo.toml", CRATE.replace("1.0.0", "9".repeat(5_000) + ".0.0"));
    write("exponent-without-end", "Cargo.toml", CRATE + "a = 1e999999\n");
  }

  private void wide() throws IOException {
    int crates = 110;
    for (int i = 0; i < crates; i++) {
      write(
          "circle-of-everything",
          "c" + i + "/Cargo.toml",
          CRATE.replace("\"a\"", "\"c" + i + "\"")
              + "[dependencies]\n"
              + times(crates, j -> "c" + j + " = { path = \"../c" + j + "\", version = \"1\" }\n"));
      write(
          "excluded-thousandfold",
          "a/c" + i + "/Cargo.toml",
          CRATE.replace("\"a\"", "\"c" + i + "\""));
      write(
          "brackets-in-patterns",
          "[".repeat(100 + i) + "/Cargo.toml",
          CRATE.replace("\"a\"", "\"c" + i + "\""));
    }
    write(
        "excluded-thousandfold",
        "Cargo.toml",
        "[workspace]\nmembers = [\"a/*\", "
            + upTo(MEGABYTE / 2, i -> "\"a/c" + i % 110 + "\", ")
            + "]\nexclude = ["
            + upTo(MEGABYTE / 2 - 100, i -> "\"b/c\", ")
            + "]\n");
    write(
        "brackets-in-patterns",
        "Cargo.toml",
        "[workspace]\nmembers = [" + times(100, i -> "\"" + "[".repeat(800 + i) + "\", ") + "]\n");
    write(
        "patterns-without-number",
        "Cargo.toml",
        "[workspace]\nmembers = [" + times(20_000, i -> "\"**/" + i + "/**/**/*\", ") + "]\n");
    write(
        "pattern-without-end",
        "Cargo.toml",
        "[workspace]\nmembers = [\"" + "**/".repeat(300_000) + "x\"]\n");
  }

  /** As many parts as fit, with some room for what is around them. */
  private static String upTo(int length, IntFunction<String> part) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < length - 300; i++) {
      text.append(part.apply(i));
    }
    return text.toString();
  }

  private static String times(int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
  }

  private void write(String tree, String path, String text) throws IOException {
    Path file = temp.resolve(tree).resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
