package dev.rondo.runtime.data.text;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.data.Messages.messageOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.data.Keep;
import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.TooLongException;
import dev.rondo.runtime.data.feature.Features;
import dev.rondo.runtime.data.feature.MatrixCodec;
import dev.rondo.runtime.data.feature.SequenceCodec;
import dev.rondo.runtime.data.feature.SeriesCodec;
import dev.rondo.runtime.data.feature.SpelledCodec;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is read of long inputs, by every codec of sequences. */
class LengthLimitTest {
  private static LengthLimit limit(int most, Keep keep) {
    return LengthLimit.of("readings", most, keep);
  }

  @Property(seed = "1", tries = 200)
  void theBeginningOrTheEndIsRead(
      @ForAll List<Integer> steps, @ForAll @IntRange(min = 1, max = 12) int most) {
    int length = steps.size();
    List<Integer> head = steps.subList(0, Math.min(most, length));
    List<Integer> tail = steps.subList(Math.max(0, length - most), length);
    int[] array = steps.stream().mapToInt(i -> i).toArray();
    for (Keep keep : List.of(Keep.HEAD, Keep.TAIL)) {
      List<Integer> expected = keep == Keep.HEAD ? head : tail;
      LengthLimit limit = limit(most, keep);
      assertThat(limit.cut(steps)).isEqualTo(expected);
      assertThat(Arrays.stream(limit.cut(array)).boxed().toList()).isEqualTo(expected);
      assertThat(Arrays.asList(limit.cut(steps.toArray(new Integer[0])))).isEqualTo(expected);
      assertThat(steps.subList(limit.first(length), limit.first(length) + expected.size()))
          .isEqualTo(expected);
      assertThat(limit.cut()).isEqualTo(length > most ? 3 : 0);
    }
  }

  @Test
  void whatIsTooLongIsRefusedByItsNumbers() {
    LengthLimit limit = limit(2, Keep.NOTHING);
    assertThat(limit.cut(List.of(1, 2))).containsExactly(1, 2);
    TooLongException refused =
        assertThrows(TooLongException.class, () -> limit.cut(new float[] {1, 2, 3}));
    assertThat(refused)
        .hasMessageThat()
        .isEqualTo(
            "readings has 3 steps, but at most 2 are allowed by @MaxLength. Shorten it, set a"
                + " higher limit where the model is trained, or write keep = HEAD or TAIL.");
    assertThat(refused.length()).isEqualTo(3);
    assertThat(refused.maxLength()).isEqualTo(2);
    assertThat(LengthLimit.NONE.cut(new int[100_000])).hasLength(100_000);
  }

  @Test
  void anExampleThatIsTooLongIsToldByItsPlace() {
    LengthLimit limit = limit(2, Keep.NOTHING);
    TooLongException refused =
        assertThrows(
            TooLongException.class,
            () ->
                Rows.of(
                    List.of(new int[1], new int[2], new int[5]),
                    example -> new Row<>(limit.cut(example), 0, example.length)));
    assertThat(refused).hasMessageThat().startsWith("example[2]: readings has 5 steps, but");
    assertThat(refused.length()).isEqualTo(5);
  }

  @Test
  void aTextIsCutIntoTokensBeforeItIsCutOff() {
    TextCodec.Learner learner =
        TextCodec.learner(Tokens.WORDS, "", true).limited(limit(2, Keep.TAIL));
    learner.add("Never seen: good film");
    TextCodec codec = learner.build(10, 1);
    assertThat(codec.vocabulary().tokens()).containsExactly("good", "film");
    assertThat(codec.encode("a b c film good")).isEqualTo(new int[] {2, 3});
    assertThat(codec.input("a b c film good")).isEqualTo(new int[] {2, 3});
    assertThat(codec.spellings("a B c Film good")).containsExactly("Film", "good").inOrder();
    assertThat(codec.tokens("a b c film good")).hasLength(5);
    TextCodec restored = TextCodec.restore(codec.stored());
    assertThat(restored.encode("a b c film good")).isEqualTo(new int[] {2, 3});
    assertThat(restored.stored()).isEqualTo(codec.stored());
    assertThat(codec.learned()).containsAtLeast("maxLength", "keep");
  }

  @Test
  void givenTokensAndTheirCharactersAreCutAlike() {
    TokensCodec.Learner plain = TokensCodec.learner("", false).limited(limit(2, Keep.HEAD));
    plain.add(List.of("a", "b", "c"));
    TokensCodec codec = plain.build(10, 1);
    assertThat(codec.vocabulary().tokens()).containsExactly("a", "b");
    assertThat(TokensCodec.restore(codec.stored()).encode(List.of("b", "a", "b"))).hasLength(2);
    SpelledCodec.Description<List<String>> description = SpelledCodec.tokens("words", true);
    SpelledCodec.Learner<List<String>> learner = description.learner().limited(limit(2, Keep.TAIL));
    List<String> words = List.of("zz", "ab", "cde");
    learner.add(words);
    SpelledCodec<List<String>> spelled = learner.build(10, 1);
    Steps cut = spelled.encode(words);
    Steps alone = spelled.encode(List.of("ab", "cde"));
    assertThat(spelled.size()).isEqualTo(4);
    assertThat(cut.symbols()).isEqualTo(alone.symbols());
    assertThat(cut.inner()).isEqualTo(alone.inner());
    assertThat(spelled.limit().cut()).isEqualTo(1);
    Steps restored = description.restore(spelled.stored("words")).encode(words);
    assertThat(restored.inner()).isEqualTo(alone.inner());
  }

  @Test
  void numbersAreScaledByWhatIsRead() {
    SeriesCodec.Description series = SeriesCodec.of("values");
    SeriesCodec.Learner learner = series.learner().limited(limit(2, Keep.TAIL));
    learner.add(new float[] {1000, 1, 3});
    SeriesCodec codec = learner.build();
    // mean 2, deviation 1
    assertThat(codec.encode(new double[] {7, 8, 1, 3}).features()).isEqualTo(new float[] {-1, 1});
    assertThat(codec.encode(List.of(1, 3)).features()).isEqualTo(new float[] {-1, 1});
    assertThat(
            messageOf(
                IllegalArgumentException.class,
                () -> codec.encode(new float[] {1, 2, 3, Float.NaN})))
        .startsWith("values[3] is NaN");
    Map<String, StoredCodec> stored = codec.stored("values");
    assertThat(stored.get("values.max-length"))
        .isEqualTo(new StoredCodec("length", Map.of("maxLength", "2", "keep", "TAIL"), List.of()));
    assertThat(series.restore(stored).encode(new int[] {5, 1, 3}).features())
        .isEqualTo(new float[] {-1, 1});
    MatrixCodec.Learner matrix = MatrixCodec.of("m").learner().limited(limit(1, Keep.HEAD));
    matrix.add(new float[][] {{1, 2}, {3, 4}});
    assertThat(matrix.build().encode(new float[][] {{1, 2}, {9, 9}, {9, 9}}).length()).isEqualTo(1);
  }

  /** The time since the step before is missing at the first step that is read. */
  @Test
  void stepsAreCutBeforeTheyAreLookedAt() {
    SequenceCodec.Description<Instant> description =
        SequenceCodec.of("clicks", Features.<Instant>elapsed(Function.identity()));
    SequenceCodec.Learner<Instant> learner = description.learner().limited(limit(2, Keep.TAIL));
    List<Instant> clicks = List.of(at(9), at(10), at(20), at(50));
    learner.add(clicks);
    SequenceCodec<Instant> codec = learner.build();
    assertThat(codec.encode(clicks).features())
        .isEqualTo(codec.encode(List.of(at(20), at(50))).features());
    assertThat(
            messageOf(
                IllegalArgumentException.class,
                () -> codec.encode(List.of(at(1), at(2), at(9), at(3)))))
        .startsWith("clicks[3]");
    assertThat(description.restore(codec.stored("clicks")).encode(clicks).length()).isEqualTo(2);
  }

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }

  @Test
  void aDamagedLimitIsRefused() {
    for (Map<String, String> settings :
        List.of(
            Map.of("maxLength", "0", "keep", "HEAD"),
            Map.of("maxLength", "1.5", "keep", "HEAD"),
            Map.of("maxLength", "9", "keep", "MIDDLE"),
            Map.of("maxLength", "9"),
            Map.of("keep", "HEAD"))) {
      Map<String, StoredCodec> parts =
          Map.of("x.max-length", new StoredCodec("length", settings, List.of()));
      assertThrows(IllegalArgumentException.class, () -> LengthLimit.restore("x", parts));
    }
    assertThat(LengthLimit.restore("x", Map.<String, StoredCodec>of()).isNone()).isTrue();
  }
}
