package dev.rondo.samples.tagger;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Sentences as people type them. */
class TypedWordsTest {
  private static String cut(String sentence) {
    return String.join(" ", TypedWords.of(sentence));
  }

  @Test
  void marksAreTokensOfTheirOwn() {
    assertThat(cut("Ada met Alan, in Paris (France); on Monday."))
        .isEqualTo("Ada met Alan , in Paris ( France ) ; on Monday .");
    assertThat(cut("\"Really?\" he asked... No!!")).isEqualTo("\" Really ? \" he asked ... No !!");
    assertThat(cut("  . \t ?! ")).isEqualTo(". ? !");
  }

  @Test
  void marksInsideOfWordsStay() {
    assertThat(cut("It was 3-1 on 12/05/2024 in Aix-en-Provence, U.S. time, 10.30."))
        .isEqualTo("It was 3-1 on 12/05/2024 in Aix-en-Provence , U.S. time , 10.30 .");
    assertThat(cut("Dr. J. Smith of No. 5")).isEqualTo("Dr. J. Smith of No. 5");
  }

  @Test
  void whatIsJoinedByAnApostropheIsParted() {
    assertThat(cut("Anna's son can't say we're late, I’m afraid"))
        .isEqualTo("Anna 's son ca n't say we 're late , I ’m afraid");
    assertThat(cut("'Twas O'Hara's")).isEqualTo("' Twas O'Hara 's");
  }

  @Test
  void whatHasNoWordsIsEmpty() {
    assertThat(TypedWords.of(" \u00A0 \n")).isEmpty();
  }

  /** Who types one of the sentences that people wrote gets the words that were tagged. */
  @Test
  void theHandWrittenSentencesAreCutAsTheyAre() {
    for (Tagged sentence : ShippedSentences.test()) {
      String typed = String.join(" ", sentence.words());
      assertWithMessage(typed).that(TypedWords.of(typed)).isEqualTo(sentence.words());
    }
    assertThat(ShippedSentences.test().stream().map(Tagged::words).mapToInt(List::size).sum())
        .isAtLeast(1_500);
  }
}
