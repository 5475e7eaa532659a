package dev.rondo.it.benchmark;

import dev.rondo.it.benchmark.TaggerModels.Tag;
import dev.rondo.runtime.train.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Generated taggers of 17 tags: a training on batches of 32 sentences of 25 words, encoding
 * included, as many steps of the fewest calls of DJL on word numbers that are ready, and the tags
 * of a sentence of 20 words alone and of many sentences at once.
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@State(Scope.Benchmark)
public class TaggerBenchmark {
  /** Batches of an epoch. */
  public static final int BATCHES = 10;

  /** Tokens of the sentences that are tagged at once: five of each length. */
  public static final int TOGETHER = 5 * 49 * 50 / 2;

  private static final int BATCH = 32;
  private static final int WORDS = 25;
  private static final int WORDS_ALONE = 20;
  private static final int LONGEST = 49;
  private static final int VOCABULARY = 5_000;

  /** Which of the models. */
  public enum Model {
    /** {@link TaggerModels.Words}. */
    WORDS,
    /** {@link TaggerModels.Together}. */
    CRF,
    /** {@link TaggerModels.Spelled}. */
    CHARACTERS
  }

  /** A trained model. */
  private record Tagger(
      Function<List<String>, List<Tag>> one,
      Function<List<List<String>>, List<List<Tag>>> many,
      Runnable freeing) {}

  private record Sentence(List<String> words, List<Tag> tags) {}

  /** Which of the models. */
  @Param private Model model = Model.WORDS;

  /** How often the training goes through the data. */
  @Param({"5"})
  private int epochs = 5;

  private final Random random = new Random(1);
  private final List<String> vocabulary = new ArrayList<>();
  private final List<Sentence> sentences = new ArrayList<>();
  private final List<List<String>> many = new ArrayList<>();
  private List<String> alone = List.of();
  private Tagger tagger;

  /** Creates a benchmark without data yet. */
  @SuppressWarnings("NullAway.Init") // JMH calls setUp first
  public TaggerBenchmark() {}

  /** Makes the data, and a model that answers. */
  @Setup
  public void setUp() {
    for (int i = 0; i < VOCABULARY; i++) {
      StringBuilder word = new StringBuilder();
      for (int letters = 1 + random.nextInt(9); letters > 0; letters--) {
        word.append((char) ('a' + random.nextInt(26)));
      }
      vocabulary.add(word.toString());
    }
    for (int i = 0; i < BATCHES * BATCH; i++) {
      List<String> words = words(WORDS);
      sentences.add(new Sentence(words, words.stream().map(TaggerBenchmark::tag).toList()));
    }
    for (int i = 0; i < 5 * LONGEST; i++) {
      many.add(words(1 + i % LONGEST));
    }
    alone = words(WORDS_ALONE);
    tagger = fit(1);
  }

  /** Returns words of which some are far more frequent than others. */
  private List<String> words(int count) {
    return random
        .doubles(count)
        .mapToObj(share -> vocabulary.get((int) (VOCABULARY * share * share * share)))
        .toList();
  }

  private static Tag tag(String word) {
    List<Tag> tags = List.of(Tag.values());
    return tags.get(Math.floorMod(word.hashCode(), tags.size()));
  }

  private <E> List<E> examples(Function<Sentence, E> example) {
    return sentences.stream().map(example).toList();
  }

  private Tagger fit(int times) {
    TrainingListener silent = new TrainingListener() {};
    switch (model) {
      case WORDS -> {
        TaggerModels_WordsPredictor trained =
            TaggerModels_WordsTrainer.create()
                .epochs(times)
                .listener(silent)
                .fit(examples(it -> new TaggerModels_WordsExample(it.words(), it.tags())));
        return new Tagger(trained::tag, trained::tagAll, trained::close);
      }
      case CRF -> {
        TaggerModels_TogetherPredictor trained =
            TaggerModels_TogetherTrainer.create()
                .epochs(times)
                .listener(silent)
                .fit(examples(it -> new TaggerModels_TogetherExample(it.words(), it.tags())));
        return new Tagger(trained::tag, trained::tagAll, trained::close);
      }
      default -> {
        TaggerModels_SpelledPredictor trained =
            TaggerModels_SpelledTrainer.create()
                .epochs(times)
                .listener(silent)
                .fit(examples(it -> new TaggerModels_SpelledExample(it.words(), it.tags())));
        return new Tagger(trained::tag, trained::tagAll, trained::close);
      }
    }
  }

  /** Frees the model. */
  @TearDown
  public void tearDown() {
    tagger.freeing().run();
  }

  /** A training, from words to a model. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 2)
  @Measurement(iterations = 7)
  public void training() {
    fit(epochs).freeing().run();
  }

  /** As many steps of {@link TaggerModels.Words} by the fewest calls of DJL. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 2)
  @Measurement(iterations = 7)
  public void fewestCalls() {
    try (TaggerPeer peer = new TaggerPeer(BATCHES, BATCH, WORDS, VOCABULARY, Tag.values().length)) {
      for (int epoch = 0; epoch < epochs; epoch++) {
        peer.epoch();
      }
    }
  }

  /** A sentence by itself. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @Warmup(iterations = 2, time = 1)
  @Measurement(iterations = 2, time = 1)
  public List<Tag> alone() {
    return tagger.one().apply(alone);
  }

  /** Sentences with {@link #TOGETHER} tokens, at once. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @Warmup(iterations = 2, time = 1)
  @Measurement(iterations = 2, time = 1)
  public List<List<Tag>> together() {
    return tagger.many().apply(many);
  }
}
