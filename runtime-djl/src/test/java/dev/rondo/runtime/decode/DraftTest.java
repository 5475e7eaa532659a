package dev.rondo.runtime.decode;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.text.TextCodec;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftTest {
  private static final TextCodec CODEC = codec();

  private static TextCodec codec() {
    TextCodec.Learner learner = TextCodec.learner(Tokens.CHARACTERS, "", false);
    learner.add("abc");
    return learner.build(10, 1);
  }

  private static long[] tokens(String text) {
    long[] tokens = new long[text.length()];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = CODEC.encode(text)[i];
    }
    return tokens;
  }

  @Test
  void whatMayBeginAStopIsHeldBack() {
    Draft draft = new Draft(CODEC.spelling(), List.of("abc"));
    draft.add(tokens("bab"));
    assertThat(draft.take(false)).isEqualTo("b");
    draft.add(tokens("b"));
    assertThat(draft.take(false)).isEqualTo("abb");
    assertThat(draft.ended()).isFalse();
  }

  @Test
  void whatWasHeldBackComesAtTheEnd() {
    Draft draft = new Draft(CODEC.spelling(), List.of("abc"));
    draft.add(tokens("ab"));
    assertThat(draft.take(true)).isEqualTo("ab");
  }

  @Test
  void aBoundaryEndsTheText() {
    Draft draft = new Draft(CODEC.spelling(), List.of());
    draft.add(tokens("ab"));
    draft.add(0);
    draft.add(tokens("c"));
    assertThat(draft.ended()).isTrue();
    assertThat(draft.take(false)).isEqualTo("ab");
  }
}
