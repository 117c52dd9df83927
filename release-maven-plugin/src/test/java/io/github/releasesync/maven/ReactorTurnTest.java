package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReactorTurnTest {

  private final Map<String, Object> shared = new ConcurrentHashMap<>();

  private ReactorTurn turn(String module, Set<String> modules) {
    return new ReactorTurn(shared, "package@default", module, modules);
  }

  @Test
  void theFirstCallIsTheFirstAndNoOther() {
    assertThat(turn("a", Set.of("a", "b")).isFirst()).isTrue();
    assertThat(turn("b", Set.of("a", "b")).isFirst()).isFalse();
  }

  @Test
  void theLastCallIsTheOneThatCompletesTheModules() {
    Set<String> modules = Set.of("a", "b", "c");
    assertThat(turn("b", modules).isLast(true)).isFalse();
    assertThat(turn("a", modules).isLast(true)).isFalse();
    assertThat(turn("c", modules).isLast(true)).isTrue();
  }

  @Test
  void aModuleThatCallsTwiceCountsOnce() {
    Set<String> modules = Set.of("a", "b");
    assertThat(turn("a", modules).isLast(true)).isFalse();
    assertThat(turn("a", modules).isLast(true)).isFalse();
    assertThat(turn("b", modules).isLast(true)).isTrue();
    assertThat(turn("b", modules).isLast(true)).isFalse();
  }

  @Test
  void aModuleThatWantsNothingHoldsUpNobody() {
    Set<String> modules = Set.of("a", "b");
    assertThat(turn("a", modules).isLast(true)).isFalse();
    assertThat(turn("b", modules).isLast(false)).isTrue();
  }

  @Test
  void whatNoModuleWantsIsNotDone() {
    Set<String> modules = Set.of("a", "b");
    assertThat(turn("a", modules).isLast(false)).isFalse();
    assertThat(turn("b", modules).isLast(false)).isFalse();
  }

  @Test
  void aCallFromTheCommandLineWaitsForNobodyAndIsDoneOnce() {
    assertThat(turn("a", Set.of()).isLast(true)).isTrue();
    assertThat(turn("b", Set.of()).isLast(true)).isFalse();
  }

  @Test
  void ofModulesThatFinishAtTheSameTimeExactlyOneIsLast() {
    for (int round = 0; round < 200; round++) {
      shared.clear();
      Set<String> modules = Set.of("0", "1", "2", "3");
      long last =
          IntStream.range(0, 4)
              .parallel()
              .filter(i -> turn(Integer.toString(i), modules).isLast(true))
              .count();
      assertThat(last).isEqualTo(1);
    }
  }
}
