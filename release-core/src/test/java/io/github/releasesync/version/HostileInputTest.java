package io.github.releasesync.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A megabyte of nonsense takes linear time and a shallow stack. */
class HostileInputTest {

  private static final int SIZE = 1_000_000;
  private static final int LONGEST_MAVEN_VERSION = 150;
  private static final long STACK = 256 * 1024;
  private static final Duration GUARD = Duration.ofSeconds(20);

  private static final Map<String, Consumer<String>> READERS = readers();

  private static Map<String, Consumer<String>> readers() {
    Map<String, Consumer<String>> readers = new LinkedHashMap<>();
    readers.put("SemVer", text -> use(SemVer.parse(text), SemVer.parse(text)));
    readers.put("PEP 440", text -> use(Pep440Version.parse(text), Pep440Version.parse(text)));
    readers.put("Maven", text -> use(MavenVersion.parse(text), MavenVersion.parse(text)));
    readers.put(
        "Cargo requirement",
        text -> CargoRequirement.parse(text).matches(SemVer.parse("1.0.0-rc.1")));
    readers.put(
        "PEP 440 specifier",
        text -> Pep440Specifier.parse(text).contains(Pep440Version.parse("1.0rc1")));
    readers.put(
        "Poetry constraint",
        text -> PoetryRequirement.parse(text).contains(Pep440Version.parse("1.0rc1")));
    readers.put(
        "upgraded Poetry constraint",
        text -> PoetryRequirement.upgraded(text, Pep440Version.parse("1.0rc1")));
    readers.put(
        "Maven requirement",
        text -> MavenRequirement.parse(text).contains(MavenVersion.parse("1.0-rc.1")));
    readers.put("level", text -> Level.parse(text).next(ReleaseVersion.of(1, 2, 3), List.of()));
    readers.put(
        "upgraded Cargo requirement",
        text -> CargoRequirement.upgraded(text, SemVer.parse("1.0.0-rc.1")));
    readers.put(
        "upgraded PEP 440 specifier",
        text -> Pep440Specifier.upgraded(text, Pep440Version.parse("1.0rc1")));
    readers.put(
        "upgraded Maven requirement",
        text -> MavenRequirement.upgraded(text, MavenVersion.parse("1.0-rc.1")));
    return readers;
  }

  private static <T extends Comparable<T>> void use(T a, T b) {
    assertThat(a.compareTo(b)).isZero();
    assertThat(a.equals(b) && a.hashCode() == b.hashCode()).isTrue();
    assertThat(a.toString()).isNotNull();
    Mapping mapping =
        a instanceof SemVer semVer
            ? VersionMapping.of(semVer)
            : a instanceof Pep440Version pep440
                ? VersionMapping.of(pep440)
                : VersionMapping.of((MavenVersion) a);
    assertThat(mapping.toString()).isNotEmpty();
    if (a instanceof MavenVersion maven) {
      assertThat(maven.canonical()).isNotNull();
    }
    if (mapping instanceof Mapping.Portable portable) {
      assertThat(portable.version().agrees(portable.version())).isTrue();
    }
  }

  private static String filled(String prefix, String unit, int size) {
    return prefix + unit.repeat((size - prefix.length()) / unit.length());
  }

  private static Map<String, String> texts(int size) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String prefix : List.of("", "1.0.0-", "1.0a", ">=")) {
      for (String unit : List.of("9", "1.", "-", "-1", "a1", ",", " ", "-SNAPSHOT")) {
        texts.put("`" + prefix + "` and many `" + unit + "`", filled(prefix, unit, size));
      }
    }
    texts.put(
        "three long numbers",
        filled("", "9", size / 3) + filled(".", "8", size / 3) + filled(".", "7", size / 3));
    texts.put("a long pre-release number", filled("1.0.0-rc.", "9", size));
    texts.put("a long Python number", filled("1.0.0rc", "9", size));
    texts.put("many local parts", filled("1.0+a", ".1", size));
    texts.put("many identifiers", filled("1.0.0-a", ".1", size));
    texts.put("many Python clauses", filled(">=1", ",!=2.*", size));
    texts.put("many dots", filled("1", ".", size));
    texts.put("an open range", filled("[", "1,", size));
    texts.put("many Maven ranges", filled("", "[1,1],", size));
    return texts;
  }

  @Test
  void aMegabyteIsReadOrRefusedInTime() throws InterruptedException {
    readAll(texts(SIZE));
  }

  @Test
  void theLongestMavenVersionIsReadInTime() throws InterruptedException {
    readAll(texts(LONGEST_MAVEN_VERSION));
  }

  private static void readAll(Map<String, String> texts) throws InterruptedException {
    for (Map.Entry<String, String> text : texts.entrySet()) {
      for (Map.Entry<String, Consumer<String>> reader : READERS.entrySet()) {
        String what = reader.getKey() + " of " + text.getKey();
        onAShallowStack(what, () -> read(reader.getValue(), text.getValue()));
      }
    }
  }

  private static void read(Consumer<String> reader, String text) {
    try {
      reader.accept(text);
    } catch (InvalidVersionException e) {
      assertThat(e.getMessage().length()).isLessThan(1_000);
    }
  }

  private static void onAShallowStack(String what, Runnable task) throws InterruptedException {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(null, task, what, STACK);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
    thread.start();
    thread.join(GUARD.toMillis());
    assertThat(thread.isAlive()).as("%s takes longer than %s", what, GUARD).isFalse();
    assertThat(failure.get()).as(what).isNull();
  }
}
