package dev.rondo.runtime.data.text;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.data.Messages.messageOf;

import dev.rondo.runtime.data.StoredCodec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokensCodecTest {
  private static TokensCodec learned(boolean lowercase, List<String> tokens) {
    TokensCodec.Learner learner = TokensCodec.learner("", lowercase);
    learner.add(tokens);
    return learner.build(100, 1);
  }

  @Test
  void tokensAreTakenAsTheyAreGiven() {
    TokensCodec codec = learned(false, List.of("New York", "!", "New York"));
    assertThat(codec.size()).isEqualTo(4);
    assertThat(codec.encode(List.of("!", "New York", "new york"))).isEqualTo(new int[] {3, 2, 1});
  }

  @Test
  void spellingIsNormalized() {
    TokensCodec codec = learned(true, List.of("\u00c9t\u00e9"));
    assertThat(codec.encode(List.of("e\u0301te\u0301"))).isEqualTo(new int[] {2});
  }

  @Test
  void emptyListsAndEmptyTokensAreUnknown() {
    TokensCodec codec = learned(true, List.of("a", "", ""));
    assertThat(codec.size()).isEqualTo(3);
    assertThat(codec.encode(List.of())).isEqualTo(new int[] {1});
    assertThat(codec.encode(List.of("", "a"))).isEqualTo(new int[] {1, 2});
  }

  @Test
  void nullIsNamedByItsPlace() {
    TokensCodec codec = learned(true, List.of("a"));
    assertThat(
            messageOf(IllegalArgumentException.class, () -> codec.encode(Arrays.asList("a", null))))
        .isEqualTo("token 1 is null (counted from 0)");
    assertThat(messageOf(IllegalArgumentException.class, () -> codec.encode(null)))
        .isEqualTo("tokens is null");
    TokensCodec.Learner learner = TokensCodec.learner("", true);
    learner.add(List.of());
    assertThat(messageOf(IllegalArgumentException.class, () -> learner.add(null)))
        .isEqualTo("token list 1 is null (counted from 0)");
  }

  @Test
  void aRestoredCodecEncodesAsBefore() {
    TokensCodec codec = learned(true, List.of("B", "a\nb"));
    TokensCodec restored = TokensCodec.restore(codec.stored());
    assertThat(restored.stored()).isEqualTo(codec.stored());
    assertThat(restored.encode(List.of("b", "A\nb"))).isEqualTo(codec.encode(List.of("b", "A\nb")));
  }

  @Test
  void nonsenseIsRefused() {
    assertThat(
            messageOf(
                IllegalArgumentException.class,
                () -> TokensCodec.restore(new StoredCodec("text", Map.of(), List.of()))))
        .isEqualTo("stored codec is of kind \"text\", expected \"tokens\"");
    assertThat(
            messageOf(
                IllegalArgumentException.class,
                () ->
                    TokensCodec.restore(
                        new StoredCodec("tokens", Map.of("language", ""), List.of()))))
        .isEqualTo("stored codec of kind \"tokens\" lacks the setting \"lowercase\"");
  }
}
