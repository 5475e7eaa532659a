package dev.rondo.runtime.data;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.data.Messages.messageOf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static List<Integer> upTo(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  /** The inputs and outputs are the examples themselves. */
  private static Rows<Integer, Integer> rows(
      Iterable<Integer> examples, ToIntFunction<Integer> length) {
    return Rows.of(examples, i -> new Row<>(i, -i, length.applyAsInt(i)));
  }

  private static List<List<Integer>> epoch(
      Rows<Integer, Integer> rows, long seed, int epoch, int batchSize) {
    List<List<Integer>> batches = new ArrayList<>();
    rows.epoch(seed, epoch, batchSize).forEach(batch -> batches.add(batch.inputs()));
    return batches;
  }

  private static List<Integer> flat(List<List<Integer>> batches) {
    return batches.stream().flatMap(List::stream).toList();
  }

  /** An Iterable that is no Collection. */
  private static <T> Iterable<T> streamed(List<T> values) {
    return () -> values.stream().iterator();
  }

  @Property(seed = "1", edgeCases = EdgeCasesMode.NONE)
  void everyExampleComesExactlyOnceAnEpoch(
      @ForAll @NotEmpty @Size(max = 400) List<@IntRange(min = 1, max = 40_000) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 70) int batchSize,
      @ForAll @IntRange(min = 1, max = 100_000) int stepsPerBatch,
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 100) int epoch,
      @ForAll boolean stream) {
    List<Integer> examples = upTo(lengths.size());
    Rows<Integer, Integer> rows = rows(stream ? streamed(examples) : examples, lengths::get);
    List<Integer> seen = new ArrayList<>();
    for (Batch<Integer, Integer> batch : rows.epoch(seed, epoch, batchSize, stepsPerBatch)) {
      assertThat(batch.size()).isAtMost(batchSize);
      assertThat(batch.maxLength())
          .isEqualTo(batch.inputs().stream().mapToInt(lengths::get).max().orElseThrow());
      assertThat(batch.size() == 1 || (long) batch.size() * batch.maxLength() <= stepsPerBatch)
          .isTrue();
      assertThat(batch.expected()).isEqualTo(batch.inputs().stream().map(i -> -i).toList());
      seen.addAll(batch.inputs());
    }
    assertThat(seen).containsExactlyElementsIn(examples);
    assertThat(rows.size()).isEqualTo(examples.size());
  }

  /** Outputs are what was drawn; the fives refuse what was drawn. */
  private static Rows<Integer, Integer> varied(Iterable<Integer> examples) {
    Rows<Integer, Integer> rows = Rows.of(examples, i -> new Row<>(i, 0, 1 + i % 7));
    return rows.varied(
        examples,
        (i, random) -> {
          if (random != null && i % 5 == 0) {
            throw new IllegalArgumentException("refused");
          }
          return new Row<>(i, random == null ? 0 : random.nextInt(), 1 + i % 7);
        });
  }

  private static Map<Integer, Integer> drawn(
      Rows<Integer, Integer> rows, long seed, int epoch, int batchSize) {
    Map<Integer, Integer> drawn = new TreeMap<>();
    for (Batch<Integer, Integer> batch : rows.epoch(seed, epoch, batchSize)) {
      for (int i = 0; i < batch.size(); i++) {
        assertThat(drawn.put(batch.inputs().get(i), batch.expected().get(i))).isNull();
      }
    }
    return drawn;
  }

  @Test
  void whatIsDrawnDependsOnSeedEpochAndPlaceOnly() {
    Rows<Integer, Integer> kept = varied(upTo(300));
    Map<Integer, Integer> first = drawn(kept, 42, 1, 8);
    assertThat(first.keySet()).containsExactlyElementsIn(upTo(300));
    assertThat(new HashSet<>(first.values()).size()).isEqualTo(240 + 1);
    assertThat(drawn(kept, 42, 1, 16)).isEqualTo(first);
    assertThat(drawn(varied(streamed(upTo(300))), 42, 1, 8)).isEqualTo(first);
    assertThat(drawn(kept, 42, 2, 8)).isNotEqualTo(first);
    assertThat(drawn(kept, 43, 1, 8)).isNotEqualTo(first);
  }

  @Test
  void whatRefusesWhatWasDrawnIsAsItIs() {
    assertThat(drawn(varied(upTo(10)), 1, 1, 4)).containsAtLeast(0, 0, 5, 0);
  }

  @Test
  void whatIsDrawnChangesNeitherOrderNorFingerprint() {
    Rows<Integer, Integer> rows = Rows.of(upTo(50), i -> new Row<>(i, 0, 1 + i % 7));
    Rows<Integer, Integer> varied = varied(upTo(50));
    assertThat(epoch(varied, 3, 2, 4)).isEqualTo(epoch(rows, 3, 2, 4));
    assertThat(varied.fingerprint()).isEqualTo(rows.fingerprint());
    assertThat(varied.size()).isEqualTo(50);
  }

  @Test
  void theOrderDependsOnSeedAndEpochOnly() {
    for (Iterable<Integer> examples : List.of(upTo(500), streamed(upTo(500)))) {
      Rows<Integer, Integer> rows = rows(examples, i -> 1 + i % 7);
      List<List<Integer>> first = epoch(rows, 42, 1, 8);
      assertThat(epoch(rows, 42, 2, 8)).isNotEqualTo(first);
      assertThat(epoch(rows, 43, 1, 8)).isNotEqualTo(first);
      assertThat(epoch(rows, 42, 1, 8)).isEqualTo(first);
      assertThat(epoch(rows(examples, i -> 1 + i % 7), 42, 1, 8)).isEqualTo(first);
    }
  }

  @Test
  void oneEpochCanBeIteratedTwice() {
    Iterable<Batch<Integer, Integer>> epoch = rows(upTo(100), i -> 1).epoch(1, 1, 7);
    assertThat(List.copyOf(asList(epoch))).isEqualTo(asList(epoch));
  }

  private static <T> List<T> asList(Iterable<T> values) {
    List<T> list = new ArrayList<>();
    values.forEach(list::add);
    return list;
  }

  @Test
  void theFirstRowsOfNeighbouringEpochsAreSpread() {
    Rows<Integer, Integer> rows = rows(upTo(1000), i -> 1);
    List<Integer> firsts =
        IntStream.range(0, 100).mapToObj(epoch -> epoch(rows, 0, epoch, 1).get(0).get(0)).toList();
    assertThat(firsts.stream().distinct().count()).isAtLeast(80);
  }

  @Test
  void examplesOfSimilarLengthMeetAndLengthsAreMixedOverTheEpoch() {
    List<Integer> lengths = new ArrayList<>(IntStream.rangeClosed(1, 3200).boxed().toList());
    Collections.reverse(lengths);
    Rows<Integer, Integer> rows = rows(upTo(3200), lengths::get);
    long padded = 0;
    long real = 0;
    List<Integer> longest = new ArrayList<>();
    for (Batch<Integer, Integer> batch : rows.epoch(1, 1, 16)) {
      padded += (long) batch.size() * batch.maxLength();
      real += batch.inputs().stream().mapToLong(lengths::get).sum();
      longest.add(batch.maxLength());
    }
    assertThat((double) padded / real).isLessThan(1.05);
    List<Integer> sorted = longest.stream().sorted().toList();
    assertThat(longest).isNotEqualTo(sorted);
  }

  @Test
  void rowsOfEqualLengthMeetOthersInEachEpoch() {
    Rows<Integer, Integer> rows = rows(upTo(64), i -> 5);
    List<List<Integer>> first = epoch(rows, 1, 1, 8).stream().map(RowsTest::sorted).toList();
    List<List<Integer>> second = epoch(rows, 1, 2, 8).stream().map(RowsTest::sorted).toList();
    assertThat(first).containsNoneIn(second);
  }

  private static List<Integer> sorted(List<Integer> batch) {
    return batch.stream().sorted().toList();
  }

  @Test
  void aBatchEndsWhereItsPaddedStepsWouldBeTooMany() {
    Rows<Integer, Integer> rows = rows(upTo(9), i -> i < 6 ? 10 : 25);
    List<Integer> sizes = new ArrayList<>();
    rows.epoch(1, 1, 4, 50).forEach(batch -> sizes.add(batch.size()));
    // four of 10 steps, two of 10 and none of 25 beside, two of 25, one of 25
    assertThat(sizes).containsExactly(4, 2, 2, 1);
    assertThat(messageOf(IllegalArgumentException.class, () -> rows.epoch(1, 1, 4, 0)))
        .isEqualTo("stepsPerBatch is 0, must be at least 1");
  }

  @Test
  void oneVeryLongExampleIsAloneInItsBatch() {
    Rows<Integer, Integer> rows = rows(upTo(64), i -> i == 17 ? 100_000 : 10);
    List<List<Integer>> batches = epoch(rows, 1, 1, 64);
    assertThat(batches).hasSize(2);
    assertThat(batches).contains(List.of(17));
  }

  @Test
  void aCollectionIsEncodedOnceAndAStreamInEachEpoch() {
    AtomicInteger encoded = new AtomicInteger();
    for (Iterable<Integer> examples : List.of(upTo(10), streamed(upTo(10)))) {
      encoded.set(0);
      Rows<Integer, Integer> rows =
          Rows.of(
              examples,
              i -> {
                encoded.incrementAndGet();
                return new Row<>(i, i, 1);
              });
      assertThat(flat(epoch(rows, 1, 1, 3))).hasSize(10);
      assertThat(flat(epoch(rows, 1, 2, 3))).hasSize(10);
      assertThat(encoded.get()).isEqualTo(examples instanceof List ? 10 : 20);
    }
  }

  @Test
  void aStreamLargerThanTheBufferIsShuffledInBoundedMemory() {
    int size = 50_000;
    AtomicInteger ahead = new AtomicInteger();
    Iterable<Integer> examples =
        () -> {
          ahead.set(0);
          return IntStream.range(0, size).peek(i -> ahead.incrementAndGet()).iterator();
        };
    Rows<Integer, Integer> rows = rows(examples, i -> 1);
    List<Integer> seen = new ArrayList<>();
    for (Batch<Integer, Integer> batch : rows.epoch(1, 1, 10)) {
      seen.addAll(batch.inputs());
      // the buffer, a pool of 50 batches, and one that the iterator looks ahead
      assertThat(ahead.get() - seen.size()).isAtMost(16_384 + 500 + 1);
    }
    assertThat(seen).containsExactlyElementsIn(upTo(size));
    assertThat(seen).isNotEqualTo(upTo(size));
  }

  /** Steps of many numbers count for as many: 100 steps of 100 numbers are as long as 10,000. */
  @Test
  void aStreamOfLargeExamplesIsShuffledInBoundedMemory() {
    int size = 2_000;
    int numbers = 10_000;
    Steps steps = Steps.of(100, new float[numbers], 100, new int[0], 0);
    int[] tokens = new int[numbers];
    for (Object input : List.of(steps, tokens, new Steps[] {steps})) {
      AtomicInteger ahead = new AtomicInteger();
      Iterable<Integer> examples =
          () -> {
            ahead.set(0);
            return IntStream.range(0, size).peek(i -> ahead.incrementAndGet()).iterator();
          };
      Rows<Object, Integer> rows = Rows.of(examples, i -> new Row<>(input, -i, 100));
      List<Integer> seen = new ArrayList<>();
      for (Batch<Object, Integer> batch : rows.epoch(1, 1, 32)) {
        batch.expected().forEach(i -> seen.add(-i));
        // the buffer and a pool, each with one row that makes it full, and one looked ahead
        assertThat(ahead.get() - seen.size()).isAtMost(2 * ((1 << 22) / numbers + 1) + 1);
      }
      assertThat(seen).containsExactlyElementsIn(upTo(size));
      assertThat(seen).isNotEqualTo(upTo(size));
    }
  }

  @Test
  void noExamplesAreRefused() {
    String expected =
        "no examples. If they were used before and can be iterated only once, collect them in a"
            + " List first.";
    for (Iterable<Integer> examples : List.of(List.<Integer>of(), streamed(List.<Integer>of()))) {
      assertThat(messageOf(IllegalArgumentException.class, () -> rows(examples, i -> 1)))
          .isEqualTo(expected);
    }
  }

  @Test
  void examplesThatCanBeIteratedOnlyOnceAreRefusedInTheFirstEpoch() {
    Iterator<Integer> once = upTo(5).iterator();
    Rows<Integer, Integer> rows = rows(() -> once, i -> 1);
    assertThat(messageOf(IllegalStateException.class, () -> epoch(rows, 1, 1, 2)))
        .isEqualTo(
            "the examples were 5 the first time and 0 now: it seems that they can be iterated only"
                + " once. Collect them in a List, or give an Iterable that starts anew each time.");
  }

  @Test
  void examplesThatBecomeFewerAreRefused() {
    AtomicInteger size = new AtomicInteger(10);
    Rows<Integer, Integer> rows = rows(() -> upTo(size.getAndDecrement()).iterator(), i -> 1);
    assertThat(messageOf(IllegalStateException.class, () -> epoch(rows, 1, 1, 2)))
        .startsWith("the examples were 10 the first time and 9 now:");
  }

  @Test
  void nullIsNamedByItsPlace() {
    List<Integer> examples = Arrays.asList(1, 2, null);
    for (Iterable<Integer> iterable : List.of(examples, streamed(examples))) {
      assertThat(messageOf(IllegalArgumentException.class, () -> rows(iterable, i -> 1)))
          .isEqualTo("example 2 is null (counted from 0)");
    }
    assertThat(
            messageOf(
                IllegalArgumentException.class,
                () -> Rows.<Integer, Integer, Integer>of(null, i -> new Row<>(i, i, 1))))
        .isEqualTo("examples is null");
  }

  @Test
  void batchSizesAndLengthsBelowOneAreRefused() {
    Rows<Integer, Integer> rows = rows(upTo(5), i -> 1);
    assertThat(messageOf(IllegalArgumentException.class, () -> rows.epoch(1, 1, 0)))
        .isEqualTo("batchSize is 0, must be at least 1");
    assertThat(messageOf(IllegalArgumentException.class, () -> new Row<>("a", 1, 0)))
        .isEqualTo("length is 0, must be at least 1");
    assertThat(messageOf(IllegalArgumentException.class, () -> new Row<>(null, 1, 1)))
        .isEqualTo("input is null");
    assertThat(
            messageOf(
                IllegalArgumentException.class, () -> new Batch<>(List.of(1, 2), List.of(1), 1)))
        .isEqualTo("a batch cannot have 2 inputs and 1 outputs");
  }
}
