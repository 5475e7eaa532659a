package dev.rondo.runtime.train.metric;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.data.CategoryCodec;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.Temperature;
import dev.rondo.runtime.data.answer.TagSequence;
import dev.rondo.runtime.data.answer.Transitions;
import dev.rondo.runtime.train.CalibrationReport;
import dev.rondo.runtime.train.Evaluation;
import dev.rondo.runtime.train.SpanEvaluation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Figures of tags and of the spans that they name. */
class TagMetricsTest {
  private static CategoryCodec<String> codec(List<String> tags) {
    CategoryCodec.Learner<String> learner = CategoryCodec.learner();
    tags.forEach(learner::add);
    return learner.build();
  }

  /** Scores that answer these tags. */
  private static float[] scores(CategoryCodec<String> codec, List<String> answers) {
    float[] scores = new float[Math.max(1, answers.size()) * codec.size()];
    for (int t = 0; t < answers.size(); t++) {
      scores[t * codec.size() + codec.index(answers.get(t))] = 9;
    }
    return scores;
  }

  private static Evaluation evaluation(String... pairs) {
    Set<String> all = new TreeSet<>();
    for (String tags : pairs) {
      all.addAll(List.of(tags.split(" ")));
    }
    CategoryCodec<String> codec = codec(List.copyOf(all));
    TagMetrics<String> metrics = new TagMetrics<>(codec);
    for (int i = 0; i < pairs.length; i += 2) {
      metrics.add(scores(codec, List.of(pairs[i + 1].split(" "))), List.of(pairs[i].split(" ")));
    }
    return metrics.evaluation();
  }

  @Test
  void aSpanCountsOnlyAsAWhole() {
    Evaluation evaluation =
        evaluation(
            "B-PER I-PER O B-LOC O", "B-PER I-PER O B-PER O", // a label is wrong
            "B-LOC I-LOC O O B-PER", "B-LOC O O O B-PER", // an end is
            "O O B-PER I-PER O", "O O O I-PER O"); // a beginning is
    SpanEvaluation spans = evaluation.spans().orElseThrow();

    assertThat(spans.all()).isEqualTo(new SpanCounts("", 5, 5, 2));
    assertThat(spans.perLabel())
        .containsExactly(new SpanCounts("LOC", 2, 1, 0), new SpanCounts("PER", 3, 4, 2))
        .inOrder();
    assertThat(spans.precision()).isEqualTo(0.4);
    assertThat(spans.recall()).isEqualTo(0.4);
    assertThat(evaluation.spanF1()).isWithin(1e-15).of(0.4);
    assertThat(spans.perLabel().get(0).f1()).isEqualTo(0.0);
    assertThat(spans.perLabel().get(1).f1()).isWithin(1e-15).of(4 / 7.0);
    assertThat(evaluation.accuracy()).isWithin(1e-15).of(12 / 15.0);
    assertThat(evaluation.quality().toString()).isEqualTo("span F1 40.0 %");
    assertThat(evaluation.toString())
        .contains("all       0.4000     0.4000     0.4000          5          5");
  }

  /** The example in the documentation of conlleval: 459 phrases, of which 371 are found. */
  @Test
  void publishedCountsGivePublishedFigures() {
    assertFigures(new SpanCounts("", 459, 539, 371), 68.83, 80.83, 74.35);
    assertFigures(new SpanCounts("ADJP", 6, 1, 0), 0, 0, 0);
    assertFigures(new SpanCounts("ADVP", 8, 11, 5), 45.45, 62.50, 52.63);
    assertFigures(new SpanCounts("NP", 262, 317, 206), 64.98, 78.63, 71.16);
    assertFigures(new SpanCounts("PP", 90, 107, 89), 83.18, 98.89, 90.36);
    assertFigures(new SpanCounts("SBAR", 6, 3, 2), 66.67, 33.33, 44.44);
    assertFigures(new SpanCounts("VP", 87, 100, 69), 69.00, 79.31, 73.80);
    assertFigures(new SpanCounts("", 0, 0, 0), 0, 0, 0);
  }

  private static void assertFigures(SpanCounts counts, double precision, double recall, double f1) {
    assertThat(100 * counts.precision()).isWithin(5.01e-3).of(precision);
    assertThat(100 * counts.recall()).isWithin(5.01e-3).of(recall);
    assertThat(100 * counts.f1()).isWithin(5.01e-3).of(f1);
  }

  /** The scorer of CoNLL, its rules written as they stand in its documentation. */
  private static Set<String> chunks(List<String> tags) {
    Set<String> chunks = new HashSet<>();
    String before = "O";
    int from = -1;
    for (int i = 0; i <= tags.size(); i++) {
      String tag = i < tags.size() ? tags.get(i) : "O";
      String type = tag.equals("O") ? "" : tag.substring(2);
      String typeBefore = before.equals("O") ? "" : before.substring(2);
      boolean ends =
          !before.equals("O")
              && (tag.charAt(0) == 'B' || tag.equals("O") || !type.equals(typeBefore));
      boolean starts =
          !tag.equals("O")
              && (tag.charAt(0) == 'B' || before.equals("O") || !type.equals(typeBefore));
      if (ends) {
        chunks.add(typeBefore + from + "-" + i);
      }
      from = starts ? i : from;
      before = tag;
    }
    return chunks;
  }

  @Test
  void randomTagsHaveTheSpansOfTheScorer() {
    List<String> names = List.of("O", "B-X", "I-X", "B-Y", "I-Y");
    CategoryCodec<String> codec = codec(names);
    TagMetrics<String> metrics = new TagMetrics<>(codec);
    Random random = new Random(3);
    long expected = 0;
    long answered = 0;
    long right = 0;
    for (int i = 0; i < 300; i++) {
      List<String> gold = random.ints(i % 9, 0, 5).mapToObj(names::get).toList();
      List<String> found =
          gold.stream()
              .map(tag -> random.nextInt(3) == 0 ? names.get(random.nextInt(5)) : tag)
              .toList();
      metrics.add(scores(codec, found), gold);
      Set<String> both = chunks(gold);
      expected += both.size();
      answered += chunks(found).size();
      both.retainAll(chunks(found));
      right += both.size();
    }
    assertThat(metrics.evaluation().spans().orElseThrow().all())
        .isEqualTo(new SpanCounts("", expected, answered, right));
    assertThat(right).isGreaterThan(100);
  }

  /** As a corpus has them in the part to test on: no answer can be right there. */
  @Test
  void tagsThatTrainingDidNotShowAreWrong() {
    CategoryCodec<String> codec = codec(List.of("O", "B-PER", "I-PER"));
    List<String> answers = List.of("O", "B-PER", "I-PER", "O", "B-PER");
    List<String> expected = List.of("O", "B-PER", "I-PER", "O", "B-ODD");
    TagMetrics<String> alone = new TagMetrics<>(codec);
    TagMetrics<String> together =
        new TagMetrics<>(
            TagSequence.of(
                codec,
                new Transitions(
                    TagSequence.scheme(codec), new float[9], new float[3], new float[3])));
    for (TagMetrics<String> metrics : List.of(alone, together)) {
      metrics.add(scores(codec, answers), expected);
      metrics.add(scores(codec, List.of("O")), List.of("O"));
      Evaluation evaluation = metrics.evaluation();

      assertThat(evaluation.examples()).isEqualTo(6);
      assertThat(evaluation.unknownTags()).isEqualTo(1);
      assertThat(evaluation.accuracy()).isWithin(1e-15).of(5 / 6.0);
      assertThat(evaluation.spans().orElseThrow().perLabel())
          .containsExactly(new SpanCounts("PER", 1, 2, 1), new SpanCounts("ODD", 1, 0, 0));
      assertThat(evaluation.perClass().get(0).precision()).isEqualTo(0.5); // B-PER
      assertThat(evaluation.loss()).isLessThan(0.01);
      assertThat(evaluation.toString()).contains("1 tags are none that training showed");
    }
    TagMetrics<String> nothingKnown = new TagMetrics<>(codec);
    nothingKnown.add(scores(codec, List.of("O")), List.of("NOUN"));
    assertThat(nothingKnown.evaluation().accuracy()).isEqualTo(0.0);
    assertThat(nothingKnown.evaluation().spans().orElseThrow().all())
        .isEqualTo(new SpanCounts("", 0, 0, 0));
  }

  @Test
  void tagsWithoutASchemeHaveNoSpans() {
    Evaluation evaluation = evaluation("NOUN VERB", "NOUN NOUN");
    assertThat(evaluation.spans().isPresent()).isFalse();
    assertThat(evaluation.accuracy()).isEqualTo(0.5);
    assertThat(evaluation.quality().name()).isEqualTo("accuracy");
    assertThat(assertThrows(IllegalStateException.class, evaluation::spanF1).getMessage())
        .startsWith("there are no spans: the classes [NOUN, VERB]");
  }

  /** Tags. */
  enum Tag {
    O,
    B_X,
    I_X
  }

  @Test
  void tagsThatAreDecidedTogetherAreMeasuredTogether() {
    EnumCodec<Tag> codec = EnumCodec.of(Tag.values());
    Transitions transitions =
        new Transitions(
            TagSequence.scheme(codec), new float[9], new float[] {0, 1, 0}, new float[3]);
    float[] scores = {1, 0, 5, 0, 0, 3};
    TagMetrics<Tag> metrics = new TagMetrics<>(TagSequence.of(codec, transitions));
    metrics.add(scores, List.of(Tag.B_X, Tag.I_X));
    metrics.add(new float[3], List.of());
    metrics.add(scores, null);
    Evaluation evaluation = metrics.evaluation();

    assertThat(evaluation.examples()).isEqualTo(2);
    assertThat(evaluation.loss())
        .isWithin(1e-12)
        .of(transitions.loss(scores, new int[] {1, 2}) / 2);
    assertThat(evaluation.accuracy()).isEqualTo(1.0); // I_X alone would be the first
    assertThat(evaluation.spanF1()).isEqualTo(1.0);
    double[] marginals = transitions.marginals(scores, 2);
    assertThat(evaluation.negativeLogLikelihood())
        .isWithin(1e-12)
        .of(-(Math.log(marginals[1]) + Math.log(marginals[5])) / 2);
    assertThat(evaluation.calibrationError())
        .isWithin(1e-12)
        .of((1 - marginals[1]) / 2 + (1 - marginals[5]) / 2);
    assertThat(
            evaluation.calibration().bins().stream()
                .mapToLong(CalibrationReport.Bin::examples)
                .sum())
        .isEqualTo(2);
    assertThrows(
        IllegalArgumentException.class, () -> metrics.add(scores, Arrays.asList(Tag.O, null)));
    assertThrows(IllegalArgumentException.class, () -> metrics.add(scores, List.of(Tag.O)));
  }

  @Test
  void probabilitiesOfTagsDecidedTogetherAreThoseOfTheTemperature() {
    EnumCodec<Tag> codec = EnumCodec.of(Tag.values()).at(new Temperature(2));
    Transitions transitions =
        new Transitions(
            TagSequence.scheme(codec), new float[9], new float[] {0, 1, 0}, new float[3]);
    float[] scores = {1, 0, 5, 0, 0, 3};
    TagMetrics<Tag> metrics = new TagMetrics<>(TagSequence.of(codec, transitions));
    metrics.add(scores, List.of(Tag.O, Tag.B_X));
    double[] marginals = transitions.at(new Temperature(2)).marginals(scores, 2);
    assertThat(metrics.evaluation().negativeLogLikelihood())
        .isWithin(1e-12)
        .of(-(Math.log(marginals[0]) + Math.log(marginals[4])) / 2);
    assertThat(metrics.evaluation().loss())
        .isWithin(1e-12)
        .of(transitions.loss(scores, new int[] {0, 1}) / 2);

    // a tag that no allowed tagging has at its step has no probability
    TagMetrics<Tag> broken = new TagMetrics<>(TagSequence.of(codec, transitions));
    broken.add(new float[3], List.of(Tag.I_X));
    assertThat(broken.evaluation().negativeLogLikelihood()).isEqualTo(Transitions.FORBIDDEN);

    // one that is forbidden behind its neighbour, but not at its step, has one
    TagMetrics<Tag> behind = new TagMetrics<>(TagSequence.of(codec, transitions));
    behind.add(new float[6], List.of(Tag.O, Tag.I_X));
    double[] even = transitions.at(new Temperature(2)).marginals(new float[6], 2);
    assertThat(behind.evaluation().negativeLogLikelihood())
        .isWithin(1e-12)
        .of(-(Math.log(even[0]) + Math.log(even[5])) / 2);
    assertThat(behind.evaluation().loss()).isGreaterThan(Transitions.FORBIDDEN / 2 - 1);
  }
}
