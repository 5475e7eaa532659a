package dev.rondo.samples.corpora;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.samples.corpora.names.ShippedNames;
import dev.rondo.samples.corpora.reviews.LabelledSentence;
import dev.rondo.samples.corpora.reviews.ShippedReviews;
import dev.rondo.samples.corpora.reviews.Verdict;
import dev.rondo.samples.corpora.translation.HeldOutPairs;
import dev.rondo.samples.corpora.translation.ShippedCorpus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The sentences that ship are the same everywhere, and figures about the samples can be compared.
 * Whoever changes a grammar on purpose writes the new digest here, and measures these figures anew.
 */
class ShippedSentencesTest {
  private static final ShippedReviews REVIEWS = ShippedReviews.generate();

  @Test
  void theReviewsAreTheSameEverywhere() throws Exception {
    assertThat(REVIEWS.train()).hasSize(40_000);
    assertThat(REVIEWS.dev()).hasSize(1_000);
    assertThat(
            digest(
                Stream.concat(REVIEWS.train().stream(), REVIEWS.dev().stream())
                    .map(review -> review.text() + "\t" + review.label())))
        .isEqualTo("c3c60d235fc6da84576493884d41714851e2746acbbec5ea075f3d224634e6f0");
  }

  @Test
  void theSentencePairsAreTheSameEverywhere() throws Exception {
    ShippedCorpus corpus = ShippedCorpus.generate(1, 30_000, 500);
    Stream<String> written =
        Stream.concat(corpus.train().stream(), corpus.dev().stream())
            .map(pair -> String.join("\t", pair.english(), pair.french(), pair.construction()));
    Stream<String> heldOut =
        HeldOutPairs.read().stream().map(pair -> pair.english() + "\t" + pair.french());
    assertThat(digest(Stream.concat(written, heldOut)))
        .isEqualTo("177ece97248aa0953381b0ea19e6ae0619771121b080a8d13caf03629ec082d5");
  }

  @Test
  void theSentencesWithNamesAreTheSameEverywhere() throws Exception {
    ShippedNames names = ShippedNames.generate();
    assertThat(
            digest(
                Stream.concat(names.train().stream(), names.dev().stream())
                    .map(sentence -> sentence.text() + "\t" + String.join(" ", sentence.tags()))))
        .isEqualTo("89022f42ba9a040d6a0bd83e0524c8e9eecae68b317fd40ca601be4791f0dda5");
  }

  @Test
  void peopleWroteReviewsOfBothVerdictsSomeOfThemHard() {
    List<LabelledSentence> all = ShippedReviews.handWritten();
    List<LabelledSentence> notHard = ShippedReviews.handWrittenNotHard();
    assertThat(all.stream().map(LabelledSentence::label).distinct().toList())
        .containsExactlyElementsIn(Verdict.values());
    assertThat(notHard).isNotEmpty();
    assertThat(notHard.size()).isLessThan(all.size());
    assertThat(all).containsAtLeastElementsIn(notHard).inOrder();
    assertThat(new HashSet<>(REVIEWS.train())).containsNoneIn(all);
  }

  private static String digest(Stream<String> lines) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    lines.forEach(line -> sha256.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(sha256.digest());
  }
}
