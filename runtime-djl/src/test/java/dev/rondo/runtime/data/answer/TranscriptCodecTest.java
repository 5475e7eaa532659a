package dev.rondo.runtime.data.answer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.Transcript;
import dev.rondo.data.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Probabilities, alignments and both decoders against all paths, one by one. */
class TranscriptCodecTest {
  /** What all paths over some steps say. */
  private record Paths(Map<List<Integer>, Double> labels, Map<List<Integer>, int[]> best) {
    static Paths of(float[] scores, int size) {
      int steps = scores.length / size;
      double[][] p = new double[steps][size];
      for (int t = 0; t < steps; t++) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
          p[t][i] = Math.exp(scores[t * size + i]);
          sum += p[t][i];
        }
        for (int i = 0; i < size; i++) {
          p[t][i] /= sum;
        }
      }
      Map<List<Integer>, Double> labels = new HashMap<>();
      Map<List<Integer>, int[]> best = new HashMap<>();
      Map<List<Integer>, Double> highest = new HashMap<>();
      for (int number = 0; number < Math.pow(size, steps); number++) {
        int[] path = new int[steps];
        double probability = 1;
        for (int t = 0, rest = number; t < steps; t++, rest /= size) {
          path[t] = rest % size;
          probability *= p[t][path[t]];
        }
        List<Integer> found = new ArrayList<>();
        for (int t = 0; t < steps; t++) {
          if (path[t] != 0 && (t == 0 || path[t] != path[t - 1])) {
            found.add(path[t]);
          }
        }
        labels.merge(found, probability, Double::sum);
        if (probability > highest.getOrDefault(found, 0.0)) {
          highest.put(found, probability);
          best.put(found, path);
        }
      }
      return new Paths(labels, best);
    }

    List<Integer> likeliest() {
      return labels.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }
  }

  private static float[] scores(Random random, int steps, int size) {
    float[] scores = new float[steps * size];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) (2 * random.nextGaussian());
    }
    return scores;
  }

  private static int[] array(List<Integer> labels) {
    return labels.stream().mapToInt(Integer::intValue).toArray();
  }

  @RepeatedTest(20)
  void probabilitiesAreTheSumOverAllPaths(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int size = 2 + random.nextInt(3);
    int steps = 1 + random.nextInt(6);
    float[] scores = scores(random, steps, size);
    Paths paths = Paths.of(scores, size);
    Alignments alignments = new Alignments(scores, size);

    paths
        .labels()
        .forEach(
            (labels, probability) -> {
              int[] given = array(labels);
              assertThat(Math.exp(alignments.logProbability(given))).isWithin(1e-9).of(probability);
              assertThat(Alignments.needed(given)).isAtMost(steps);
            });
    int[] tooLong = new int[steps + 1];
    Arrays.fill(tooLong, 1);
    assertThat(alignments.logProbability(tooLong)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @RepeatedTest(20)
  void placesAreThoseOfTheLikeliestPath(RepetitionInfo repetition) {
    Random random = new Random(100 + repetition.getCurrentRepetition());
    int size = 2 + random.nextInt(3);
    int steps = 1 + random.nextInt(6);
    float[] scores = scores(random, steps, size);
    Alignments alignments = new Alignments(scores, size);

    Paths.of(scores, size)
        .best()
        .forEach(
            (labels, path) -> {
              int[][] places = alignments.places(array(labels));
              int[] spread = new int[steps];
              for (int k = 0; k < labels.size(); k++) {
                Arrays.fill(spread, places[k][0], places[k][1], labels.get(k));
              }
              assertThat(spread).isEqualTo(path);
            });
  }

  @RepeatedTest(30)
  void wideBeamsFindTheLikeliestText(RepetitionInfo repetition) {
    Random random = new Random(200 + repetition.getCurrentRepetition());
    int size = 2 + random.nextInt(3);
    int steps = 1 + random.nextInt(6);
    float[] scores = scores(random, steps, size);

    int[] found = PrefixBeam.labels(new Alignments(scores, size), 1_000);

    assertThat(found).isEqualTo(array(Paths.of(scores, size).likeliest()));
  }

  @RepeatedTest(20)
  void narrowBeamsFindNoLessThanTheLikeliestPath(RepetitionInfo repetition) {
    Random random = new Random(300 + repetition.getCurrentRepetition());
    float[] scores = scores(random, 40, 6);
    Alignments alignments = new Alignments(scores, 6);

    double greedy = alignments.logProbability(Alignments.collapsed(alignments.likeliest()));
    double beam = alignments.logProbability(PrefixBeam.labels(alignments, 20));

    assertThat(beam).isAtLeast(greedy - 1e-9);
  }

  @RepeatedTest(20)
  void aTextOfPartsIsThatOfTheWhole(RepetitionInfo repetition) {
    Random random = new Random(400 + repetition.getCurrentRepetition());
    int beam = repetition.getCurrentRepetition() % 2 == 0 ? 1 : 5;
    TranscriptCodec.Learner learner = TranscriptCodec.learner(Tokens.CHARACTERS, "en", false, beam);
    learner.add("abc");
    TranscriptCodec codec = learner.build(100, 1);
    int size = codec.size();
    float[] scores = scores(random, 60, size);
    TranscriptStream stream = codec.stream();
    int at = 0;
    while (at < 60) {
      int steps = Math.min(60 - at, 1 + random.nextInt(7));
      stream.add(Arrays.copyOfRange(scores, at * size, (at + steps) * size));
      at += steps;
      assertThat(stream.text()).isEqualTo(codec.answer(Arrays.copyOf(scores, at * size)));
    }
  }

  @Test
  void whatIsRememberedOfLongSoundsGrowsWithTheTextAlone() {
    PrefixBeam search = new PrefixBeam(8);
    Random random = new Random(5);
    int size = 40;
    for (int part = 0; part < 100; part++) {
      search.add(new Alignments(scores(random, 20, size), size));
      Set<PrefixBeam.Prefix> needed = new HashSet<>();
      Set<PrefixBeam.Prefix> remembered = new HashSet<>();
      for (PrefixBeam.Prefix followed : search.beam) {
        for (PrefixBeam.Prefix p = followed; p != null && needed.add(p); p = p.before) {
          remembered.add(p);
          remembered.addAll(p.longer);
        }
      }
      assertThat(remembered).isEqualTo(needed);
    }
    assertThat(search.labels().length).isGreaterThan(500);
  }

  @Test
  void aBlankTellsEqualTokensApart() {
    // two steps of "a" at 0.4 beside a blank at 0.6: the likeliest path says nothing, the likeliest
    // text is "a", 0.64 against 0.36 (Graves 2006)
    float[] scores = {
      (float) Math.log(0.6), (float) Math.log(0.4), (float) Math.log(0.6), (float) Math.log(0.4)
    };
    Alignments alignments = new Alignments(scores, 2);

    assertThat(Alignments.collapsed(alignments.likeliest())).isEmpty();
    assertThat(PrefixBeam.labels(alignments, 4)).asList().containsExactly(1);
    assertThat(Alignments.collapsed(1, 1, 0, 1, 2, 2, 0))
        .asList()
        .containsExactly(1, 1, 2)
        .inOrder();
    assertThat(Alignments.needed(1, 1, 2)).isEqualTo(4);
  }

  private static TranscriptCodec codec(int beam, Tokens tokens, String... texts) {
    TranscriptCodec.Learner learner = TranscriptCodec.learner(tokens, "en", false, beam);
    for (String text : texts) {
      learner.add(text);
    }
    return learner.build(1_000, 1);
  }

  /** Scores that are sure of a path. */
  private static float[] sure(TranscriptCodec codec, int... path) {
    float[] scores = new float[path.length * codec.size()];
    for (int t = 0; t < path.length; t++) {
      scores[t * codec.size() + path[t]] = 20;
    }
    return scores;
  }

  @Test
  void transcriptsTellWhereTokensAre() {
    for (int beam : new int[] {1, 8}) {
      TranscriptCodec codec = codec(beam, Tokens.CHARACTERS, "abb");
      int a = (int) codec.target("a")[0];
      int b = (int) codec.target("b")[0];
      float[] scores = sure(codec, 0, a, a, 0, b, 0, b, b);

      Transcript transcript = codec.transcript(scores, 0.5);

      assertThat(codec.answer(scores)).isEqualTo("abb");
      assertThat(transcript.text()).isEqualTo("abb");
      assertThat(transcript.logProbability()).isWithin(1e-4).of(0);
      assertThat(transcript.tokens())
          .containsExactly(
              new Transcript.Token("a", 0.5, 1.5),
              new Transcript.Token("b", 2, 2.5),
              new Transcript.Token("b", 3, 4))
          .inOrder();
    }
  }

  @Test
  void wordsGetTheirSpaces() {
    TranscriptCodec codec = codec(1, Tokens.WORDS, "three one four", "one");
    int[] three = codec.text().tokens("three");
    int[] one = codec.text().tokens("one");

    Transcript transcript = codec.transcript(sure(codec, three[0], 0, one[0], 0, one[0]), 1);

    assertThat(transcript.text()).isEqualTo("three one one");
    assertThat(
            transcript.tokens().stream()
                .map(Transcript.Token::text)
                .collect(Collectors.joining("|")))
        .isEqualTo("three| one| one");
  }

  @Test
  void aTextThatNeedsMoreStepsIsRefused() {
    TranscriptCodec codec = codec(1, Tokens.CHARACTERS, "hello");

    assertThat(codec.target("expected", "hello", 11, 2)).hasLength(5);
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> codec.target("expected", "hello", 10, 2)))
        .hasMessageThat()
        .isEqualTo(
            "expected has 5 tokens, 1 of them behind an equal one, which need 6 steps, but the"
                + " input has 10, of which the layers leave 5. Leave the example out, or have the"
                + " layers leave more: a smaller stride or pool, of a sound a smaller hop");
    assertThrows(IllegalArgumentException.class, () -> codec.target("expected", null, 10, 1));
    assertThat(codec.target("expected", "", 1, 1)).isEmpty();
  }

  @Test
  void isStoredAndRestored() {
    TranscriptCodec codec = codec(4, Tokens.CHARACTERS, "abc");
    TranscriptCodec restored = TranscriptCodec.restore(codec.stored(), 4);

    assertThat(restored.target("cab")).isEqualTo(codec.target("cab"));
    assertThat(restored.size()).isEqualTo(5);
    assertThrows(IllegalArgumentException.class, () -> TranscriptCodec.restore(codec.stored(), 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> TranscriptCodec.learner(Tokens.CHARACTERS, "", false, 1).build(10, 1));
  }
}
