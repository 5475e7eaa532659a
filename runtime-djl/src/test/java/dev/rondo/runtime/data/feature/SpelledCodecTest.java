package dev.rondo.runtime.data.feature;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.text.CharacterCodec;
import dev.rondo.runtime.data.text.Vocabulary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens become numbers, with those of their characters inside. */
class SpelledCodecTest {
  private static final SpelledCodec.Description<List<String>> WORDS =
      SpelledCodec.tokens("words", true);

  private static SpelledCodec<List<String>> words(int minFrequency) {
    SpelledCodec.Learner<List<String>> learner = WORDS.learner();
    learner.add(List.of("The", "the", "cat", "the", "CAT", "bat"));
    learner.add(List.of("tab", "act"));
    return learner.build(30_000, minFrequency);
  }

  @Test
  void tokensAreInLowerCaseAndTheirCharactersAreNot() {
    SpelledCodec<List<String>> codec = words(1);
    Steps steps = codec.encode(List.of("cat", "CAT"));

    assertThat(steps.length()).isEqualTo(2);
    assertThat(steps.symbols()[0]).isEqualTo(steps.symbols()[1]);
    assertThat(steps.inner()[0]).hasLength(3);
    assertThat(steps.inner()[1]).isNotEqualTo(steps.inner()[0]);
  }

  @Test
  void tokensSeenOnceStandBehindTheFirstRareOne() {
    SpelledCodec<List<String>> all = words(1);
    assertThat(all.size()).isEqualTo(2 + 5); // the, cat; act, bat, tab
    assertThat(all.firstRare()).isEqualTo(4);
    assertThat(all.encode(List.of("cat")).symbols()[0]).isLessThan(4);
    assertThat(all.encode(List.of("tab")).symbols()[0]).isAtLeast(4);

    SpelledCodec<List<String>> frequent = words(2);
    assertThat(frequent.firstRare()).isEqualTo(frequent.size());
    assertThat(frequent.encode(List.of("tab")).symbols()[0]).isEqualTo(Vocabulary.UNKNOWN);
  }

  @Test
  void noTokenIsOneUnknownTokenOfOneUnknownCharacter() {
    Steps none = words(1).encode(List.of());

    assertThat(none.symbols()).isEqualTo(new int[] {Vocabulary.UNKNOWN});
    assertThat(none.inner()).isEqualTo(new int[][] {{Vocabulary.UNKNOWN}});
  }

  @Test
  void aTextIsCutAndKeepsItsCaseInside() {
    SpelledCodec.Description<String> texts = SpelledCodec.text("text", Tokens.WORDS, "en", true);
    SpelledCodec.Learner<String> learner = texts.learner();
    learner.add("Oh no, oh NO!");
    SpelledCodec<String> codec = learner.build(30_000, 1);
    Steps steps = codec.encode("no NO");

    assertThat(steps.symbols()[0]).isEqualTo(steps.symbols()[1]);
    assertThat(steps.inner()[0]).isNotEqualTo(steps.inner()[1]);
    assertThat(codec.encode("  ").inner()).isEqualTo(new int[][] {{Vocabulary.UNKNOWN}});
    SpelledCodec<String> restored = texts.restore(codec.stored("text"));
    assertThat(restored.encode("no NO").inner()).isEqualTo(steps.inner());
    assertThrows(IllegalStateException.class, codec::stepEncoder);
  }

  @Test
  void tokenByTokenIsWhatAllAreAtOnce() {
    SpelledCodec<List<String>> codec = words(1);
    SpelledStepEncoder encoder = codec.stepEncoder();
    List<String> tokens = List.of("bat", "", "x".repeat(500), "e\u0301");
    Steps steps = codec.encode(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      int[] symbols = new int[encoder.columns()];
      Arrays.fill(symbols, 99);
      encoder.encode(tokens.get(i), new double[0], new float[0], symbols);
      int[] inner = steps.inner()[i];
      assertThat(symbols[0]).isEqualTo(steps.symbols()[i]);
      assertThat(Arrays.copyOfRange(symbols, 1, 1 + inner.length)).isEqualTo(inner);
      for (int rest = 1 + inner.length; rest < symbols.length; rest++) {
        assertThat(symbols[rest]).isEqualTo(Vocabulary.PADDING);
      }
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> encoder.encode("a", new double[0], new float[0], new int[3]));
    assertThat(encoder.columns()).isEqualTo(1 + CharacterCodec.LONGEST);
  }

  @Test
  void whatWasStoredIsTheSameAndWhatIsDamagedIsRefused() {
    SpelledCodec<List<String>> codec = words(1);
    Map<String, StoredCodec> stored = codec.stored("words");
    SpelledCodec<List<String>> restored = WORDS.restore(stored);
    List<String> tokens = List.of("The", "cab", "\uD83D\uDE00");

    assertThat(stored.keySet()).containsExactly("words", "words.characters");
    assertThat(restored.firstRare()).isEqualTo(codec.firstRare());
    assertThat(restored.encode(tokens).symbols()).isEqualTo(codec.encode(tokens).symbols());
    assertThat(restored.encode(tokens).inner()).isEqualTo(codec.encode(tokens).inner());

    Map<String, StoredCodec> halved = new HashMap<>(stored);
    halved.remove("words.characters");
    assertThat(refused(halved)).contains("there is no codec \"words.characters\"");
    for (String wrong : List.of("1", "8", "2.5", "many")) {
      Map<String, StoredCodec> other = new HashMap<>(stored);
      other.put(
          "words.characters",
          new StoredCodec("characters", Map.of("longest", "50", "firstRare", wrong), List.of("a")));
      assertThat(refused(other)).contains("firstRare = \"" + wrong + "\"");
    }
  }

  private static String refused(Map<String, StoredCodec> stored) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> WORDS.restore(stored)).getMessage());
  }

  @Test
  void nullIsTold() {
    SpelledCodec<List<String>> codec = words(1);
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> codec.encode(Arrays.asList("a", null))))
        .hasMessageThat()
        .contains("token 1");
  }
}
