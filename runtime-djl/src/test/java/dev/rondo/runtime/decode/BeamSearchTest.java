package dev.rondo.runtime.decode;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.runtime.data.text.Vocabulary;
import dev.rondo.runtime.kernel.Foretold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BeamSearchTest {
  private static final int VOCABULARY = 4;
  private static final int ALL = 1_000;

  /** A translation and its score, by a reference. */
  private record Found(List<Integer> tokens, double logProbability, double score) {
    Found(List<Integer> tokens, double logProbability, int length, double alpha) {
      this(tokens, logProbability, logProbability / Math.pow((5.0 + length) / 6.0, alpha));
    }
  }

  private static Beam.Settings settings(int width, int best, double alpha, boolean unknown) {
    return new Beam.Settings(width, best, new LengthPenalty(alpha), unknown, true);
  }

  private static List<List<Found>> search(
      TableDecoder decoder, Beam.Settings settings, int... most) {
    return BeamSearch.run(decoder, settings, most).stream()
        .map(
            found ->
                found.stream()
                    .map(
                        one ->
                            new Found(
                                Arrays.stream(one.hypothesis().tokens()).boxed().toList(),
                                one.hypothesis().logProbability(),
                                one.score()))
                    .toList())
        .toList();
  }

  private static List<Integer> plus(List<Integer> tokens, int token) {
    List<Integer> more = new ArrayList<>(tokens);
    more.add(token);
    return more;
  }

  /** Every translation there is. */
  private static List<Found> everything(TableDecoder table, int source, double alpha, int most) {
    List<Found> all = new ArrayList<>();
    enumerate(table, source, alpha, most, List.of(), 0, all);
    all.sort(Comparator.comparingDouble(Found::score).reversed());
    return all;
  }

  private static void enumerate(
      TableDecoder table,
      int source,
      double alpha,
      int most,
      List<Integer> tokens,
      double logProbability,
      List<Found> all) {
    float[] next = table.next(source, tokens);
    all.add(new Found(tokens, logProbability + next[0], tokens.size() + 1, alpha));
    for (int token = 1; token < VOCABULARY && tokens.size() < most; token++) {
      double likely = logProbability + next[token];
      enumerate(table, source, alpha, most, plus(tokens, token), likely, all);
    }
  }

  /** A beam search that keeps all in lists, knows no rows and does not end early. */
  private static List<Found> beamSearch(
      TableDecoder table, int source, int width, double alpha, boolean unknown, int most) {
    List<Found> complete = new ArrayList<>();
    List<Found> live = List.of(new Found(List.of(), 0, 0));
    for (int position = 0; position <= most; position++) {
      List<Found> extensions = new ArrayList<>();
      for (Found found : live) {
        float[] next = table.next(source, found.tokens());
        for (int token = 0; token < (position == most ? 1 : VOCABULARY); token++) {
          if (unknown || token != Vocabulary.UNKNOWN) {
            double likely = found.logProbability() + next[token];
            extensions.add(new Found(plus(found.tokens(), token), likely, 0));
          }
        }
      }
      List<Found> kept =
          extensions.stream()
              .sorted(Comparator.comparingDouble(Found::logProbability).reversed())
              .limit(width - complete.size())
              .toList();
      live =
          kept.stream()
              .filter(found -> found.tokens().get(found.tokens().size() - 1) != 0)
              .toList();
      int length = position + 1;
      kept.stream()
          .filter(found -> found.tokens().get(found.tokens().size() - 1) == 0)
          .map(
              found ->
                  new Found(
                      found.tokens().subList(0, length - 1), found.logProbability(), length, alpha))
          .forEach(complete::add);
    }
    complete.sort(Comparator.comparingDouble(Found::score).reversed());
    return complete;
  }

  private static void assertSame(List<Found> found, List<Found> expected) {
    assertThat(found.stream().map(Found::tokens).toList())
        .containsExactlyElementsIn(expected.stream().map(Found::tokens).toList())
        .inOrder();
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).score()).isWithin(1e-9).of(expected.get(i).score());
      assertThat(found.get(i).logProbability()).isWithin(1e-9).of(expected.get(i).logProbability());
    }
  }

  @Property(seed = "1", tries = 300)
  void aBeamThatHoldsEverythingFindsTheBestThereIs(
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0, max = 2) double alpha,
      @ForAll @IntRange(min = 1, max = 4) int most,
      @ForAll @IntRange(min = 1, max = 10) int best) {
    for (double penalty : new double[] {0, alpha}) {
      TableDecoder table = new TableDecoder(VOCABULARY, seed, false, true);
      List<Found> found = search(table, settings(ALL, best, penalty, true), most).get(0);
      List<Found> expected = everything(table, 0, penalty, most);
      assertSame(found, expected.subList(0, Math.min(best, expected.size())));
    }
  }

  @Property(seed = "2", tries = 600)
  void itFindsWhatASimpleBeamSearchFinds(
      @ForAll long seed,
      @ForAll boolean ties,
      @ForAll boolean unknown,
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll @DoubleRange(min = 0, max = 2) double alpha,
      @ForAll @IntRange(min = 1, max = 9) int most) {
    for (double penalty : new double[] {0, alpha}) {
      TableDecoder table = new TableDecoder(VOCABULARY, seed, ties, unknown);
      List<Found> expected = beamSearch(table, 0, width, penalty, unknown, most);
      for (int best = 1; best <= width; best += 3) {
        table = new TableDecoder(VOCABULARY, seed, ties, unknown);
        List<Found> found = search(table, settings(width, best, penalty, unknown), most).get(0);
        assertSame(found, expected.subList(0, Math.min(best, expected.size())));
      }
    }
  }

  @Property(seed = "3", tries = 300)
  void sourcesSideBySideAreFoundAsAlone(
      @ForAll long seed,
      @ForAll boolean ties,
      @ForAll @IntRange(min = 1, max = 6) int width,
      @ForAll @IntRange(min = 1, max = 7) int most) {
    Beam.Settings settings = settings(width, width, 0.6, false);
    TableDecoder table = new TableDecoder(VOCABULARY, seed, ties, false);
    List<List<Found>> found = search(table, settings, most, 1, most + 3, most);
    for (int source = 0; source < 4; source++) {
      int own = new int[] {most, 1, most + 3, most}[source];
      assertSame(found.get(source), beamSearch(table, source, width, 0.6, false, own));
    }
  }

  @Property(seed = "4", tries = 300)
  void endingEarlyChangesNothing(
      @ForAll long seed,
      @ForAll boolean ties,
      @ForAll @IntRange(min = 1, max = 8) int width,
      @ForAll @DoubleRange(min = 0, max = 2) double alpha) {
    for (double penalty : new double[] {0, alpha}) {
      Beam.Settings early = settings(width, 1, penalty, false);
      Beam.Settings late =
          new Beam.Settings(width, 1, new LengthPenalty(penalty), false, /* early= */ false);
      assertThat(search(new TableDecoder(VOCABULARY, seed, ties, false), early, 12, 5))
          .isEqualTo(search(new TableDecoder(VOCABULARY, seed, ties, false), late, 12, 5));
    }
  }

  @Test
  void nothingIsComputedOnceNothingBetterCanCome() {
    int[] calls = new int[2];
    for (int early = 0; early < 2; early++) {
      int at = early;
      TableDecoder table = new TableDecoder(VOCABULARY, 5, false, false);
      Decoder counting =
          (parents, tokens, width) -> {
            calls[at]++;
            return table.next(parents, tokens, width);
          };
      BeamSearch.run(
          counting,
          new Beam.Settings(8, 1, new LengthPenalty(0), false, early == 1),
          new int[] {30});
    }
    assertThat(calls[1]).isLessThan(calls[0]);
  }

  @Property(seed = "5", tries = 200)
  void aBeamOfOneChoosesTheLikeliestEachTime(@ForAll long seed, @ForAll boolean ties) {
    int most = 8;
    TableDecoder table = new TableDecoder(VOCABULARY, seed, ties, false);
    List<Integer> tokens = new ArrayList<>();
    int next = likeliest(table.next(0, tokens));
    while (next != Beam.END && tokens.size() < most) {
      tokens.add(next);
      next = likeliest(table.next(0, tokens));
    }
    assertThat(search(table, settings(1, 1, 0.6, false), most).get(0).get(0).tokens())
        .isEqualTo(tokens);
  }

  private static int likeliest(float[] scores) {
    return IntStream.range(0, scores.length)
        .filter(token -> token != Vocabulary.UNKNOWN)
        .boxed()
        .max(
            Comparator.<Integer>comparingDouble(token -> scores[token])
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }

  @Test
  void theBestComeFirst() {
    List<Found> found =
        search(new TableDecoder(VOCABULARY, 9, false, false), settings(20, 20, 1, false), 6).get(0);
    assertThat(found.size()).isAtLeast(10);
    assertThat(found.stream().map(Found::score).collect(Collectors.toList()))
        .isInOrder(Comparator.<Double>reverseOrder());
  }

  @Test
  void aHypothesisEndsAtTheMaximumLength() {
    Decoder neverEnds =
        (parents, tokens, width) -> {
          int[] twos = new int[parents.length];
          Arrays.fill(twos, 2);
          float[] ends = new float[parents.length];
          Arrays.fill(ends, -50);
          return new Foretold(1, twos, new float[parents.length], ends, new float[0][]);
        };
    Beam.Complete only =
        BeamSearch.run(neverEnds, settings(1, 1, 0, false), new int[] {3}).get(0).get(0);
    assertThat(only.hypothesis().tokens()).isEqualTo(new int[] {2, 2, 2});
    assertThat(only.score()).isEqualTo(-50.0);
  }

  @Test
  void thePenaltyIsThatOfTheEquation() {
    // ((5 + 13) / 6)^0.6 = 3^0.6
    assertThat(new LengthPenalty(0.6).score(-2, 13)).isWithin(1e-12).of(-2 / 1.9331820449317627);
    assertThat(new LengthPenalty(0).score(-2, 13)).isEqualTo(-2.0);
    assertThat(new LengthPenalty(5).score(-2, 1)).isEqualTo(-2.0);
  }
}
