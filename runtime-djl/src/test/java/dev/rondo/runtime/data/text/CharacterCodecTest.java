package dev.rondo.runtime.data.text;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.data.StoredCodec;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens become numbers of their characters. */
class CharacterCodecTest {
  private static CharacterCodec of(String... tokens) {
    CharacterCodec.Learner learner = CharacterCodec.learner();
    learner.add(List.of(tokens));
    return learner.build();
  }

  @Test
  void charactersAreCodePointsAndTellUpperAndLowerCaseApart() {
    // twice each: a, A, an emoji, a combining acute; z once
    CharacterCodec codec = of("aA\uD83D\uDE00\u0301", "aA\uD83D\uDE00\u0301z");

    assertThat(codec.vocabulary().tokens()).containsExactly("A", "a", "\u0301", "\uD83D\uDE00");
    assertThat(codec.size()).isEqualTo(6);
    assertThat(codec.encode("\uD83D\uDE00")).hasLength(1);
    assertThat(codec.encode("aA")[0]).isNotEqualTo(codec.encode("aA")[1]);
  }

  @Test
  void whatIsSeenOnceOrNeverIsUnknown() {
    CharacterCodec codec = of("aa", "z");

    assertThat(codec.encode("azq"))
        .isEqualTo(new int[] {2, Vocabulary.UNKNOWN, Vocabulary.UNKNOWN});
    assertThat(codec.encode("")).isEqualTo(new int[] {Vocabulary.UNKNOWN});
  }

  @Test
  void ofLongTokensTheBeginningAndTheEndAreRead() {
    CharacterCodec codec = of("aabbcc");
    int a = codec.encode("a")[0];
    int b = codec.encode("b")[0];
    int c = codec.encode("c")[0];

    int[] longest = codec.encode("a".repeat(25) + "c".repeat(25));
    int[] longer = codec.encode("a".repeat(25) + "b".repeat(450) + "c".repeat(25));
    int[] oneMore = codec.encode("a".repeat(26) + "c".repeat(25));

    assertThat(longest).hasLength(CharacterCodec.LONGEST);
    assertThat(longer).isEqualTo(longest);
    assertThat(oneMore).isEqualTo(longest);
    assertThat(longest)
        .asList()
        .containsExactlyElementsIn(
            java.util.stream.Stream.concat(
                    Collections.nCopies(25, a).stream(), Collections.nCopies(25, c).stream())
                .toList());
    assertThat(longer).asList().doesNotContain(b);
  }

  @Test
  void whatWasStoredGivesTheSameNumbers() {
    CharacterCodec codec = of("hello", "world", "\n\n");
    CharacterCodec restored = CharacterCodec.restore(codec.stored());

    assertThat(restored.encode("low\n!")).isEqualTo(codec.encode("low\n!"));
    assertThat(restored.stored()).isEqualTo(codec.stored());
  }

  @Test
  void whatIsDamagedIsRefused() {
    StoredCodec two = new StoredCodec("characters", Map.of("longest", "50"), List.of("ab"));
    StoredCodec longer = new StoredCodec("characters", Map.of("longest", "99"), List.of("a"));
    StoredCodec other = new StoredCodec("tokens", Map.of(), List.of("a"));

    assertThat(refused(two)).contains("has the entry \"ab\", expected one character");
    assertThat(refused(longer)).contains("has longest = \"99\", expected 50");
    assertThat(refused(other)).contains("is of kind \"tokens\", expected \"characters\"");
  }

  private static String refused(StoredCodec stored) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> CharacterCodec.restore(stored))
            .getMessage());
  }
}
