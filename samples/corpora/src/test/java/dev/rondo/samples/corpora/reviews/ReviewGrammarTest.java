package dev.rondo.samples.corpora.reviews;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the generated reviews promise to whoever trains on them. */
final class ReviewGrammarTest {

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final List<LabelledSentence> REVIEWS = new ReviewGrammar(1).sentences(20_000);

  private static final Map<String, Long> POSITIVE_WITH = reviewsWithEachWord(Verdict.POSITIVE);
  private static final Map<String, Long> NEGATIVE_WITH = reviewsWithEachWord(Verdict.NEGATIVE);

  @Test
  void theSameSeedGivesTheSameReviews() {
    assertThat(new ReviewGrammar(7).sentences(500)).isEqualTo(new ReviewGrammar(7).sentences(500));
  }

  @Test
  void aGrammarRepeatsItselfAndALargerCountOnlyAdds() {
    ReviewGrammar grammar = new ReviewGrammar(7);

    assertThat(grammar.sentences(500).subList(0, 200)).isEqualTo(grammar.sentences(200));
  }

  @Test
  void anotherSeedGivesOtherReviews() {
    Set<LabelledSentence> common = new HashSet<>(new ReviewGrammar(2).sentences(1_000));
    common.retainAll(new HashSet<>(new ReviewGrammar(3).sentences(1_000)));

    assertThat(common.size()).isLessThan(100);
  }

  @Test
  void halfOfTheReviewsArePositive() {
    assertThat(REVIEWS).hasSize(20_000);
    assertThat(REVIEWS.stream().filter(review -> review.label() == Verdict.POSITIVE).count())
        .isEqualTo(10_000);
  }

  @Test
  void noReviewOccursTwiceWhateverItsCapitalsAndPunctuation() {
    assertThat(REVIEWS.stream().map(ReviewGrammarTest::key).toList()).containsNoDuplicates();
  }

  @Test
  void reviewsToValidateOnAreNoneOfThoseToTrainOn() {
    List<LabelledSentence> train = REVIEWS.subList(0, 12_000);

    List<LabelledSentence> dev = new ReviewGrammar(2).sentencesExcept(train, 1_000);

    assertThat(dev).hasSize(1_000);
    Set<String> keys = new HashSet<>(train.stream().map(ReviewGrammarTest::key).toList());
    dev.forEach(review -> assertThat(keys).doesNotContain(key(review)));
  }

  @Test
  void everySlotIsFilled() {
    assertNone("[{}()|;@\\[\\]\\t\\n]|[a-z]/[a-z]");
  }

  @Test
  void articlesAgreeWithTheSoundThatFollows() {
    assertNone("(?<!\\ban )\\ba (?!one\\b|one-|uni(?![nm])|us[eu]|eu)[aeiou]");
    assertNone("\\ban (?!hour|honest|honour|heir|[fhlmnrsx]\\b|ep\\b)[b-df-hj-np-tv-z]");
  }

  @Test
  void spacesAreSingleAndNeverBeforePunctuation() {
    assertNone(" {2}|^ | $| [,.!?:]|[,:][a-z]|[,:][.!?,:]");
  }

  @Test
  void sentencesBeginWithACapitalUnlessTheWriterAvoidsThem() {
    Pattern small = Pattern.compile("(^|[a-z\"][.!?] )\"?[a-z]");

    for (LabelledSentence review : REVIEWS) {
      String text = review.text();
      if (!text.equals(text.toLowerCase(Locale.ROOT))) {
        assertWithMessage(text).that(small.matcher(text).find()).isFalse();
      }
    }
  }

  @Test
  void reviewsAreAsLongAsThoseOfPeople() {
    int[] lengths =
        REVIEWS.stream().mapToInt(review -> review.text().split(" ", -1).length).toArray();

    assertThat(Arrays.stream(lengths).min().getAsInt()).isAtLeast(2);
    assertThat(Arrays.stream(lengths).max().getAsInt()).isAtMost(45);
    double usual = Arrays.stream(lengths).filter(length -> length >= 5 && length <= 35).count();
    assertThat(usual / lengths.length).isAtLeast(0.8);
  }

  @Test
  void functionWordsAreOnBothSidesEqually() {
    String words = "the a and it this was is of with for to in on we i my at had have";

    for (String word : words.split(" ", -1)) {
      assertWithMessage(word).that(positiveShare(word)).isWithin(0.05).of(0.5);
    }
  }

  @Test
  void theThingsReviewedAreOnBothSidesEqually() {
    String words =
        "film movie book novel story food place hotel room phone app delivery company album course"
            + " lesson teacher plot characters restaurant service two ten three week year";

    for (String word : words.split(" ", -1)) {
      assertWithMessage(word).that(positiveShare(word)).isWithin(0.15).of(0.5);
    }
  }

  @Test
  void wordsOfPraiseAndBlameAreOnTheirSideMostlyButNotAlways() {
    for (String word : List.of("wonderful", "excellent", "great", "brilliant", "beautiful")) {
      assertWithMessage(word).that(positiveShare(word)).isGreaterThan(0.65);
      assertWithMessage(word).that(positiveShare(word)).isLessThan(0.98);
    }
    for (String word : List.of("terrible", "awful", "boring", "useless", "disappointing")) {
      assertWithMessage(word).that(positiveShare(word)).isLessThan(0.35);
      assertWithMessage(word).that(positiveShare(word)).isGreaterThan(0.02);
    }
  }

  @Test
  void aNegativeCountIsRefused() {
    ReviewGrammar grammar = new ReviewGrammar(1);

    assertThrows(IllegalArgumentException.class, () -> grammar.sentences(-1));
  }

  private static void assertNone(String regex) {
    Pattern pattern = Pattern.compile(regex);
    for (LabelledSentence review : REVIEWS) {
      String text = review.text().toLowerCase(Locale.ROOT);
      assertWithMessage(text).that(pattern.matcher(text).find()).isFalse();
    }
  }

  private static double positiveShare(String word) {
    double positive = POSITIVE_WITH.getOrDefault(word, 0L);
    return positive / (positive + NEGATIVE_WITH.getOrDefault(word, 0L));
  }

  private static Map<String, Long> reviewsWithEachWord(Verdict label) {
    return REVIEWS.stream()
        .filter(review -> review.label() == label)
        .flatMap(review -> Arrays.stream(key(review).split(" ", -1)).distinct())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /** The letters and digits of a review. */
  private static String key(LabelledSentence review) {
    return NO_LETTERS.matcher(review.text().toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
