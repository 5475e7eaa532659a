package dev.rondo.runtime.metric;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MetricPropertiesTest {
  /** Few words, so that many n-grams match; commas and numbers, so that there is much to cut. */
  @Provide
  Arbitrary<String> sentences() {
    return Arbitraries.of("a", "b", "the", "The", "12", "3,4", ",", "😀", "été.")
        .list()
        .ofMaxSize(12)
        .map(words -> String.join(" ", words));
  }

  @Provide
  Arbitrary<Segment> segments() {
    return sentences()
        .list()
        .ofMinSize(2)
        .ofMaxSize(4)
        .map(texts -> new Segment(texts.get(0), texts.subList(1, texts.size())));
  }

  private static BleuScore bleu(List<Segment> corpus) {
    return Bleu.standard()
        .corpus(
            corpus.stream().map(Segment::hypothesis).toList(),
            corpus.stream().map(Segment::references).toList());
  }

  private static ChrfScore chrf(List<Segment> corpus) {
    return Chrf.standard()
        .corpus(
            corpus.stream().map(Segment::hypothesis).toList(),
            corpus.stream().map(Segment::references).toList());
  }

  private static List<String> with(List<String> texts, String another) {
    List<String> more = new ArrayList<>(texts);
    more.add(another);
    return more;
  }

  @Property(seed = "1", tries = 500)
  void scoresAreBetweenZeroAndHundred(@ForAll("corpora") List<Segment> corpus) {
    BleuScore bleu = bleu(corpus);
    List<Double> percentages = new ArrayList<>(bleu.precisions());
    percentages.addAll(List.of(bleu.score(), 100 * bleu.brevityPenalty(), chrf(corpus).score()));
    for (double percentage : percentages) {
      assertThat(percentage).isAtLeast(0.0);
      assertThat(percentage).isAtMost(100.0);
    }
  }

  @Property(seed = "2", tries = 300)
  void theOrderOfSegmentsIsNothingToTheScore(
      @ForAll("corpora") List<Segment> corpus, @ForAll long seed) {
    List<Segment> shuffled = new ArrayList<>(corpus);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(bleu(shuffled)).isEqualTo(bleu(corpus));
    assertThat(chrf(shuffled)).isEqualTo(chrf(corpus));
  }

  @Property(seed = "3", tries = 300)
  void whatAReferenceSaysIsPerfect(@ForAll("segments") Segment segment) {
    String text = "It says: " + segment.hypothesis();
    List<String> references = with(segment.references(), text);
    assertThat(Chrf.standard().sentence(text, references).score()).isEqualTo(100);
    assertThat(Bleu.standard().sentence(text, references).score()).isWithin(1e-12).of(100);
    String longEnough = "To be " + text;
    assertThat(
            Bleu.standard()
                .corpus(
                    List.of(longEnough, text), List.of(with(references, longEnough), references))
                .score())
        .isWithin(1e-12)
        .of(100);
  }

  /** Of BLEU only the precisions: a reference's length may well lower the brevity penalty. */
  @Property(seed = "4", tries = 500)
  void anotherReferenceLowersNoPrecisionAndNoSentenceChrf(
      @ForAll("segments") Segment segment, @ForAll("sentences") String another) {
    List<String> more = with(segment.references(), another);
    List<Double> few =
        Bleu.standard().sentence(segment.hypothesis(), segment.references()).precisions();
    List<Double> many = Bleu.standard().sentence(segment.hypothesis(), more).precisions();
    IntStream.range(0, few.size()).forEach(i -> assertThat(many.get(i)).isAtLeast(few.get(i)));
    assertThat(Chrf.standard().sentence(segment.hypothesis(), more).score())
        .isAtLeast(Chrf.standard().sentence(segment.hypothesis(), segment.references()).score());
  }

  @Provide
  Arbitrary<List<Segment>> corpora() {
    return segments().list().ofMinSize(1).ofMaxSize(6);
  }
}
