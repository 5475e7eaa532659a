package dev.rondo.runtime.decode;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import dev.rondo.data.Tokens;
import dev.rondo.layer.AttentionScore;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.decode.SmallTranslator.Way;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.reference.ReferenceWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextTranslatorTest {
  private static final TextCodec SOURCE = codec("one two three four five six seven .", true);
  private static final TextCodec TARGET =
      codec("eins zwei Drei vier f\u00fcnf sechs sieben acht neun , .", false);
  private static final List<String> SENTENCES = sentences(40);

  private final List<NetworkHost> hosts = new ArrayList<>();

  private static TextCodec codec(String text, boolean lowercase) {
    TextCodec.Learner learner = TextCodec.learner(Tokens.WORDS, "", lowercase);
    learner.add(text);
    return learner.build(100, 1);
  }

  private static List<String> sentences(int count) {
    List<String> words = List.of("one", "two", "Three", "four", "five", "six", "Seven", ".", "?");
    Random random = new Random(1);
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sentences.add(
          Stream.generate(() -> words.get(random.nextInt(words.size())))
              .limit(1 + random.nextInt(12))
              .collect(Collectors.joining(" ")));
    }
    return sentences;
  }

  private static Stream<Optional<AttentionScore>> attentions() {
    return Stream.concat(
        Arrays.stream(AttentionScore.values()).map(Optional::of), Stream.of(Optional.empty()));
  }

  private static Weights weights(
      Optional<AttentionScore> score, Way way, Map<Integer, Float> biases) {
    SmallTranslator network = new SmallTranslator(SOURCE.size(), TARGET.size(), score, way);
    Map<String, Weights.Tensor> tensors =
        new LinkedHashMap<>(ReferenceWeights.random(network.weightShapes(), 0.8, 5).tensors());
    float[] bias = new float[TARGET.size()];
    bias[Beam.END] = 0.3f;
    biases.forEach((token, value) -> bias[token] = value);
    tensors.put("dense.bias", new Weights.Tensor(new long[] {bias.length}, bias));
    return new Weights(tensors);
  }

  private TextTranslator translator(
      Optional<AttentionScore> score, Way way, Map<Integer, Float> biases) {
    SmallTranslator network = new SmallTranslator(SOURCE.size(), TARGET.size(), score, way);
    NetworkHost host = NetworkHost.restore(network, Device.cpu(), weights(score, way, biases));
    hosts.add(host);
    return new TextTranslator(host, network, SOURCE, TARGET);
  }

  private TextTranslator usual() {
    return translator(Optional.of(AttentionScore.GENERAL), Way.KERNEL, Map.of());
  }

  @AfterEach
  void close() {
    hosts.forEach(NetworkHost::close);
  }

  private static void assertSame(List<Translation> some, List<Translation> others) {
    assertThat(some).hasSize(others.size());
    for (int i = 0; i < some.size(); i++) {
      assertSame(some.get(i), others.get(i));
    }
  }

  private static void assertSame(Translation some, Translation other) {
    assertThat(some.sourceTokens()).isEqualTo(other.sourceTokens());
    assertThat(some.hypotheses()).hasSize(other.hypotheses().size());
    for (int i = 0; i < some.hypotheses().size(); i++) {
      Hypothesis one = some.hypotheses().get(i);
      Hypothesis two = other.hypotheses().get(i);
      assertThat(one.tokens()).isEqualTo(two.tokens());
      assertThat(one.text()).isEqualTo(two.text());
      assertThat(one.logProbability()).isWithin(1e-4).of(two.logProbability());
      assertThat(one.score()).isWithin(1e-4).of(two.score());
      assertThat(one.attention().length).isEqualTo(two.attention().length);
      for (int row = 0; row < one.attention().length; row++) {
        assertThat(one.attention()[row])
            .usingTolerance(1e-5)
            .containsExactly(two.attention()[row])
            .inOrder();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("attentions")
  void theKernelFindsWhatPassesFind(Optional<AttentionScore> score) {
    TextTranslator byKernel = translator(score, Way.KERNEL, Map.of());
    TextTranslator byPasses = translator(score, Way.PASSES, Map.of());
    for (Decoding decoding :
        List.of(
            Decoding.greedy(),
            Decoding.beam(4).best(4),
            // longer ones of so many repeat two words, and rounding decides in what order
            Decoding.beam(40).best(9).maximumLength(1, 6))) {
      assertSame(
          byKernel.translateAllScored(SENTENCES, decoding),
          byPasses.translateAllScored(SENTENCES, decoding));
      assertThat(byKernel.translateAll(SENTENCES, decoding))
          .isEqualTo(byPasses.translateAll(SENTENCES, decoding));
    }
  }

  @ParameterizedTest
  @MethodSource("attentions")
  void probabilitiesAreThoseOfTheWholeTranslation(Optional<AttentionScore> score) {
    checkProbabilities(translator(score, Way.KERNEL, Map.of()));
  }

  @Test
  void probabilitiesAreThoseOfTheWholeTranslationWithInputFeeding() {
    checkProbabilities(translator(Optional.of(AttentionScore.ADDITIVE), Way.FEEDING, Map.of()));
  }

  private void checkProbabilities(TextTranslator translator) {
    Decoding decoding = Decoding.beam(6).best(6).lengthPenalty(0.8);
    for (String sentence : SENTENCES.subList(0, 10)) {
      for (Hypothesis found : translator.translateScored(sentence, decoding).hypotheses()) {
        int[] tokens = found.tokens().stream().mapToInt(TARGET.vocabulary()::id).toArray();
        double expected = teacherForced(hosts.get(0), SOURCE.encode(sentence), tokens);
        assertThat(found.logProbability()).isWithin(1e-4).of(expected);
        assertThat(found.score())
            .isWithin(1e-4)
            .of(expected / Math.pow((5 + tokens.length + 1) / 6.0, 0.8));
      }
    }
  }

  private static double teacherForced(NetworkHost host, int[] source, int[] target) {
    int[] read = new int[target.length + 1];
    System.arraycopy(target, 0, read, 1, target.length);
    return host.compute(
        pass -> {
          SmallTranslator network = (SmallTranslator) host.network();
          NDArray scores =
              network.forward(
                  pass, TokenBatch.of(pass, List.of(source)), TokenBatch.of(pass, List.of(read)));
          float[] likely = scores.logSoftmax(1).toFloatArray();
          double sum = 0;
          for (int step = 0; step < read.length; step++) {
            int next = step < target.length ? target[step] : Beam.END;
            sum += likely[step * TARGET.size() + next];
          }
          return sum;
        });
  }

  @Test
  void sentencesAreTranslatedTogetherAsAloneInAnyOrder() {
    TextTranslator translator = usual();
    for (Decoding decoding : List.of(Decoding.greedy(), Decoding.beam(5).best(5))) {
      List<Translation> together = translator.translateAllScored(SENTENCES, decoding);
      List<Translation> alone =
          SENTENCES.stream().map(text -> translator.translateScored(text, decoding)).toList();
      assertSame(together, alone);

      List<String> reversed = new ArrayList<>(SENTENCES);
      Collections.reverse(reversed);
      List<String> texts = new ArrayList<>(translator.translateAll(reversed, decoding));
      Collections.reverse(texts);
      assertThat(texts).isEqualTo(together.stream().map(Translation::text).toList());
    }
  }

  @Test
  void aBeamOfOneIsGreedy() {
    TextTranslator translator = usual();
    List<String> greedy = translator.translateAll(SENTENCES, Decoding.greedy());
    assertThat(translator.translateAll(SENTENCES, Decoding.beam(1))).isEqualTo(greedy);
    List<Translation> scored = translator.translateAllScored(SENTENCES, Decoding.greedy());
    assertThat(scored.stream().map(Translation::text).toList()).isEqualTo(greedy);
    assertThat(greedy.stream().distinct().count()).isGreaterThan(10);
  }

  @Test
  void hypothesesComeTheBestFirstAndAttendToTheWholeSource() {
    Decoding decoding = Decoding.beam(8).best(8);
    for (Translation translation : usual().translateAllScored(SENTENCES, decoding)) {
      List<Hypothesis> hypotheses = translation.hypotheses();
      assertThat(translation.text()).isEqualTo(hypotheses.get(0).text());
      assertThat(translation.score()).isEqualTo(hypotheses.get(0).score());
      assertThat(hypotheses.stream().map(Hypothesis::tokens).distinct().count())
          .isEqualTo(hypotheses.size());
      for (int i = 0; i < hypotheses.size(); i++) {
        Hypothesis hypothesis = hypotheses.get(i);
        assertThat(i > 0 && hypothesis.score() > hypotheses.get(i - 1).score()).isFalse();
        assertThat(hypothesis.attention()).hasLength(hypothesis.tokens().size());
        for (float[] shares : hypothesis.attention()) {
          assertThat(shares).hasLength(translation.sourceTokens().size());
          double sum = 0;
          for (float share : shares) {
            sum += share;
          }
          assertThat(sum).isWithin(1e-5).of(1);
        }
      }
    }
  }

  @Test
  void tokensOfTheSourceAreSpelledAsThere() {
    Translation translation = usual().translateScored("ONE Two, unknown?", Decoding.greedy());
    assertThat(translation.sourceTokens())
        .containsExactly("ONE", "Two", ",", "unknown", "?")
        .inOrder();
  }

  @Test
  void unknownWordsAreNeverWritten() {
    TextTranslator translator =
        translator(Optional.of(AttentionScore.DOT), Way.KERNEL, Map.of(1, 6f));
    for (Decoding decoding : List.of(Decoding.greedy(), Decoding.beam(4))) {
      for (Translation translation : translator.translateAllScored(SENTENCES, decoding)) {
        assertThat(TARGET.stored().entries())
            .containsAtLeastElementsIn(Set.copyOf(translation.best().tokens()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void unknownWordsBecomeTheMostAttendedOfTheSource(Way way) {
    TextTranslator translator = translator(Optional.of(AttentionScore.GENERAL), way, Map.of(1, 6f));
    for (Decoding decoding : List.of(Decoding.greedy(), Decoding.beam(4))) {
      Decoding replacing = decoding.replaceUnknown(true);
      List<Translation> found = translator.translateAllScored(SENTENCES, replacing);
      int replaced = 0;
      for (Translation translation : found) {
        Hypothesis best = translation.best();
        for (int i = 0; i < best.tokens().size(); i++) {
          if (TARGET.vocabulary().id(best.tokens().get(i)) == 1) {
            replaced++;
            float[] shares = best.attention()[i];
            int place = translation.sourceTokens().indexOf(best.tokens().get(i));
            float most = 0;
            for (int token = 0; token < shares.length; token++) {
              most = Math.max(most, shares[token]);
            }
            assertThat(place).isAtLeast(0);
            assertWithMessage("one of the same spelling weighs the most")
                .that(weightOf(translation, best.tokens().get(i), shares))
                .isEqualTo(most);
          }
        }
      }
      assertThat(replaced).isGreaterThan(20);
      assertThat(translator.translateAll(SENTENCES, replacing))
          .isEqualTo(found.stream().map(Translation::text).toList());
    }
  }

  @Test
  void ofASourceInPartsOfWordsTheWholeWordIsTakenOver() {
    TextCodec.Learner learner = TextCodec.learner(Tokens.SUBWORDS, "", true);
    learner.add("one two three");
    for (TextCodec source : List.of(learner.build(12, 1), characters("one two three"))) {
      SmallTranslator network =
          new SmallTranslator(
              source.size(), TARGET.size(), Optional.of(AttentionScore.GENERAL), Way.KERNEL);
      Map<String, Weights.Tensor> tensors =
          new LinkedHashMap<>(ReferenceWeights.random(network.weightShapes(), 0.8, 5).tensors());
      float[] bias = new float[TARGET.size()];
      bias[1] = 9;
      tensors.put("dense.bias", new Weights.Tensor(new long[] {bias.length}, bias));
      NetworkHost host = NetworkHost.restore(network, Device.cpu(), new Weights(tensors));
      hosts.add(host);
      Translation found =
          new TextTranslator(host, network, source, TARGET)
              .translateScored("Three Onett Two", Decoding.greedy().replaceUnknown(true));
      assertThat(found.sourceTokens().size()).isGreaterThan(5);
      assertThat(found.best().tokens()).isNotEmpty();
      assertThat(List.of("Three", "Onett", "Two"))
          .containsAtLeastElementsIn(
              found.best().tokens().stream()
                  .filter(token -> TARGET.vocabulary().id(token) == 1)
                  .distinct()
                  .toList());
      assertThat(found.text()).doesNotContain("  ");
    }
  }

  private static TextCodec characters(String text) {
    TextCodec.Learner learner = TextCodec.learner(Tokens.CHARACTERS, "", true);
    learner.add(text);
    return learner.build(100, 1);
  }

  private static float weightOf(Translation translation, String word, float[] shares) {
    float most = 0;
    for (int token = 0; token < shares.length; token++) {
      if (translation.sourceTokens().get(token).equals(word)) {
        most = Math.max(most, shares[token]);
      }
    }
    return most;
  }

  @Test
  void unknownWordsCannotBeReplacedWithoutAttention() {
    TextTranslator translator = translator(Optional.empty(), Way.KERNEL, Map.of());
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> translator.translate("one", Decoding.greedy().replaceUnknown(true))))
        .hasMessageThat()
        .isEqualTo("replaceUnknown needs a network with attention, and this one has none");
    assertThat(translator.translateScored("one", Decoding.greedy()).best().attention()).isEmpty();
  }

  @Test
  void aTextWithoutTokensBecomesTheEmptyText() {
    TextTranslator translator = usual();
    String one = translator.translate("one", Decoding.greedy());
    assertThat(translator.translateAll(List.of("", "one", " \n\t", "\u200b"), Decoding.greedy()))
        .containsExactly("", one, "", "")
        .inOrder();
    Translation nothing = translator.translateScored("  ", Decoding.beam(3).best(3));
    assertThat(nothing.text()).isEmpty();
    assertThat(nothing.score()).isEqualTo(0.0);
    assertThat(nothing.hypotheses()).hasSize(1);
    assertThat(translator.translateAll(List.of(), Decoding.greedy())).isEmpty();
  }

  @Test
  void longTextsAndUnknownWordsAreTranslated() {
    TextTranslator translator = usual();
    String words = String.join(" ", Collections.nCopies(2_000, "two"));
    Decoding decoding = Decoding.beam(2).maximumLength(0.02, 3);
    List<Translation> found =
        translator.translateAllScored(List.of(words, "xyz zyx yzx", "one"), decoding);
    assertThat(found.get(0).sourceTokens()).hasSize(2_000);
    assertThat(found.get(0).best().tokens().size()).isAtMost(43);
    assertSame(found.get(1), translator.translateScored("xyz zyx yzx", decoding));
    assertSame(found.get(2), translator.translateScored("one", decoding));
  }

  @Test
  void aTranslationIsNotLongerThanItMayBe() {
    TextTranslator translator =
        translator(Optional.of(AttentionScore.GENERAL), Way.KERNEL, Map.of(Beam.END, -30f));
    Decoding decoding = Decoding.beam(3).maximumLength(1.5, 1);
    assertThat(translator.translateScored("one two three", decoding).best().tokens()).hasSize(5);
    assertThat(translator.translateScored("one", decoding).best().tokens()).hasSize(2);
    Decoding short_ = Decoding.greedy().maximumLength(0.1, 0);
    assertThat(translator.translateScored("one", short_).best().tokens()).hasSize(1);
  }

  @Test
  void nullsAreRefusedByName() {
    TextTranslator translator = usual();
    List<String> second = Arrays.asList("one", nothing());
    assertThat(messageOf(() -> translator.translate(nothing(), Decoding.greedy())))
        .isEqualTo("sentence is null");
    assertThat(messageOf(() -> translator.translateAll(second, Decoding.greedy())))
        .isEqualTo("sentences[1] is null");
    assertThat(messageOf(() -> translator.translateAll(nothing(), Decoding.greedy())))
        .isEqualTo("sentences is null");
    assertThat(messageOf(() -> translator.translateScored("one", nothing())))
        .isEqualTo("decoding is null");
  }

  @Test
  void threadsFindTheSame() throws Exception {
    TextTranslator translator = usual();
    Decoding decoding = Decoding.beam(3);
    List<String> expected = translator.translateAll(SENTENCES, decoding);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<String>>> all = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        all.add(pool.submit(() -> translator.translateAll(SENTENCES, decoding)));
      }
      for (Future<List<String>> one : all) {
        assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo(expected);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void aClosedModelTranslatesNothing() {
    TextTranslator translator = usual();
    hosts.get(0).close();
    assertThrows(IllegalStateException.class, () -> translator.translate("one", Decoding.greedy()));
  }

  @ParameterizedTest
  @EnumSource
  void aThousandTranslationsLeaveNoArrays(Way way) {
    TextTranslator translator = translator(Optional.of(AttentionScore.GENERAL), way, Map.of());
    NetworkHost host = hosts.get(0);
    translator.translateAll(SENTENCES, Decoding.beam(3));
    int arrays = host.manager().getManagedArrays().size();
    int outside = host.manager().getParentManager().getManagedArrays().size();
    // passes take several times as long
    for (int i = 0; i < (way == Way.KERNEL ? 1_000 : 100); i++) {
      Decoding decoding = i % 2 == 0 ? Decoding.greedy() : Decoding.beam(3).replaceUnknown(true);
      translator.translateScored(SENTENCES.get(i % SENTENCES.size()), decoding);
    }
    assertThat(host.manager().getManagedArrays()).hasSize(arrays);
    assertThat(host.manager().getParentManager().getManagedArrays()).hasSize(outside);
  }

  private static String messageOf(Runnable work) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, work::run).getMessage());
  }

  // what callers without null checks can pass
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }
}
