package dev.rondo.runtime.predict;

import dev.rondo.Prediction;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ClassCodec;
import dev.rondo.runtime.data.PairEncoder;
import dev.rondo.runtime.data.PairExample;
import dev.rondo.runtime.data.TokenEncoder;
import dev.rondo.runtime.data.text.Chunk;
import dev.rondo.runtime.data.text.Chunks;
import dev.rondo.runtime.data.text.Evidence;
import dev.rondo.runtime.layer.Inference;
import dev.rondo.runtime.serve.Serving;
import dev.rondo.runtime.train.Evaluation;
import dev.rondo.runtime.train.Measures;
import dev.rondo.runtime.train.TemperatureFit;
import dev.rondo.runtime.train.Temperatures;
import dev.rondo.runtime.train.metric.ClassificationMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers for a model that reads tokens and gives one class: its generated predictor hands its
 * calls on. Safe for use by many threads.
 *
 * @param <I> what the user passes, such as a text
 * @param <E> the type of the examples
 * @param <T> the type of a class
 */
public final class TokenClassifier<I, E extends PairExample<I, T>, T extends Comparable<T>>
    implements Measures<E> {
  private static final String OUTPUT = "expected";

  private final Inference<int[], float[]> inference;
  private final TokenEncoder<I> tokens;
  private final PairEncoder<I, T> encoder;
  private final ClassCodec<T> classes;

  /**
   * Creates it.
   *
   * @param inference computes the scores of the classes
   * @param tokens gives the numbers of the tokens of an input
   * @param classes makes a prediction of scores
   */
  public TokenClassifier(
      Inference<int[], float[]> inference, TokenEncoder<I> tokens, ClassCodec<T> classes) {
    this.inference = inference;
    this.tokens = tokens;
    this.encoder = new PairEncoder<>(tokens, classes);
    this.classes = classes;
  }

  /**
   * Answers one input, with the probability of every class and how much of the input is known.
   *
   * @throws IllegalStateException after the host was closed
   */
  public Prediction<T> prediction(I asked) {
    int[] row = tokens.encode(asked);
    return prediction(row, inference.scores(List.of(row)).get(0));
  }

  private Prediction<T> prediction(int[] row, float[] scores) {
    return Evidence.with(row, classes.prediction(scores));
  }

  /**
   * Answers several inputs at once, as {@link #prediction} does.
   *
   * @param name what the user calls the list
   * @return in the order of the inputs
   * @throws IllegalArgumentException if the list or an input is null, naming its place
   * @throws IllegalStateException after the host was closed
   */
  public List<Prediction<T>> predictions(@Nullable List<? extends @Nullable I> asked, String name) {
    List<int[]> rows = Arguments.each(asked, name, tokens::encode);
    List<float[]> scores = inference.scores(rows);
    List<Prediction<T>> predictions = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      predictions.add(prediction(rows.get(i), scores.get(i)));
    }
    return List.copyOf(predictions);
  }

  /**
   * Answers several inputs at once, as {@link #predictions(List, String)} does, by classes alone.
   */
  public List<T> answers(@Nullable List<? extends @Nullable I> asked, String name) {
    return predictions(asked, name).stream().map(Prediction::value).toList();
  }

  /**
   * Answers any number of inputs, as {@link #prediction} does, of which few are in memory at once.
   *
   * @param asked closed with the answers
   * @return in the order of the inputs, computed as they are asked for
   */
  public Stream<Prediction<T>> predictions(Stream<I> asked) {
    return inference.streamOfRows(asked, tokens::encode, this::prediction);
  }

  /** Answers any number of inputs, as {@link #predictions(Stream)} does, by classes alone. */
  public Stream<T> answers(Stream<I> asked) {
    return predictions(asked).map(Prediction::value);
  }

  @Override
  public Evaluation evaluation(Iterable<E> examples) {
    return Evaluation.measured(
        inference,
        examples,
        measured -> {
          ClassificationMetrics<T> metrics = new ClassificationMetrics<>(classes);
          forEach(measured, metrics::add);
          return metrics.evaluation();
        });
  }

  @Override
  public Temperatures temperatures(Iterable<E> examples) {
    TemperatureFit<T> fit = TemperatureFit.of(classes);
    forEach(examples, fit::add);
    return Temperatures.none().with(OUTPUT, fit);
  }

  /** Hands on the scores of each example and what it expects. */
  private void forEach(Iterable<E> examples, BiConsumer<float[], T> action) {
    Iterable<Chunk<E, int[]>> parts = Chunks.of(examples, encoder::tokens);
    for (Chunk<E, int[]> part : parts) {
      List<float[]> scores = inference.scores(part.rows());
      for (int i = 0; i < part.size(); i++) {
        action.accept(scores.get(i), encoder.expected(part.example(i)));
      }
    }
  }

  /** Returns options of how the model answers: batching of calls, precision, warming up. */
  public Serving serving() {
    return inference;
  }
}
