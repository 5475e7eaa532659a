package dev.rondo.runtime.data.text;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.data.Messages.messageOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.data.Keep;
import dev.rondo.runtime.data.TooLongException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunksTest {
  @Test
  void examplesComeInOrderInListsOfAThousandAndTwentyFour() {
    List<Integer> examples = IntStream.range(0, 2500).boxed().toList();
    List<Integer> sizes = new ArrayList<>();
    List<Integer> seen = new ArrayList<>();
    for (List<Integer> chunk : Chunks.of(examples)) {
      sizes.add(chunk.size());
      seen.addAll(chunk);
    }
    assertThat(sizes).containsExactly(1024, 1024, 452).inOrder();
    assertThat(seen).isEqualTo(examples);
  }

  @Test
  void theEndIsTheEnd() {
    Iterator<List<String>> chunks = Chunks.of(List.of("a")).iterator();
    assertThat(chunks.next()).containsExactly("a");
    assertThat(chunks.hasNext()).isFalse();
    assertThrows(NoSuchElementException.class, chunks::next);
  }

  @Test
  void noExamplesAreRefused() {
    Iterable<List<String>> chunks = Chunks.of(List.of());
    assertThat(messageOf(IllegalArgumentException.class, chunks::iterator))
        .startsWith("no examples.");
  }

  @Test
  void nullIsNamedByItsPlace() {
    Iterator<List<String>> chunks = Chunks.<String>of(Arrays.asList("a", null)).iterator();
    assertThat(messageOf(IllegalArgumentException.class, chunks::next))
        .isEqualTo("example 1 is null (counted from 0)");
    assertThat(messageOf(IllegalArgumentException.class, () -> Chunks.of(null)))
        .isEqualTo("examples is null");
  }

  @Test
  void chunksOfLargeExamplesHaveFewer() {
    List<Integer> examples = IntStream.range(0, 2500).boxed().toList();
    List<Integer> seen = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (Chunk<Integer, int[]> chunk : Chunks.of(examples, i -> new int[10_000])) {
      assertThat(chunk.rows()).hasSize(chunk.size());
      assertThat(chunk.example(0)).isEqualTo(seen.size());
      seen.addAll(chunk.examples());
      sizes.add(chunk.size());
    }
    assertThat(seen).isEqualTo(examples);
    // 1,048,576 numbers, with the one that makes them full
    assertThat(sizes.get(0)).isEqualTo(105);
    List<Integer> small = new ArrayList<>();
    Chunks.of(examples, i -> new int[1]).forEach(chunk -> small.add(chunk.size()));
    assertThat(small).containsExactly(1024, 1024, 452).inOrder();
  }

  @Test
  void anExampleThatCannotBeEncodedIsToldByItsPlace() {
    LengthLimit limit = LengthLimit.of("words", 2, Keep.NOTHING);
    Iterator<Chunk<int[], int[]>> chunks =
        Chunks.of(List.of(new int[2], new int[3]), limit::cut).iterator();
    assertThat(messageOf(TooLongException.class, chunks::next))
        .startsWith("example[1]: words has 3 steps, but at most 2 are allowed");
  }
}
