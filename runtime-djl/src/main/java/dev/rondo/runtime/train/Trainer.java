package dev.rondo.runtime.train;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ClassCodec;
import dev.rondo.runtime.data.Fingerprint;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the generated trainers of models that learn from examples share.
 *
 * @param <S> the generated trainer, returned by all setters
 * @param <E> the generated example
 * @param <P> the generated predictor
 */
public abstract class Trainer<S extends Trainer<S, E, P>, E, P> extends ModelTrainer<S, P> {
  private @Nullable Iterable<E> validation;
  private @Nullable EvaluationMetric<?> metric;
  private @Nullable Iterable<E> calibration;

  /**
   * Creates a trainer.
   *
   * @param defaults the settings written at the model
   */
  protected Trainer(TrainingOptions defaults) {
    super(defaults);
  }

  /**
   * Trains the model.
   *
   * @param examples the training data; gone through once for the vocabularies and once an epoch, so
   *     it must be possible to iterate over it repeatedly. A collection is kept in memory as
   *     numbers, anything else is read anew each time and may be larger than memory.
   * @return the trained model, to be closed by the caller: with validation data that of the epoch
   *     with the lowest validation loss, or the best by the metric that was chosen, else that of
   *     the last step
   * @throws IllegalArgumentException if there are no examples, the validation data has none, or a
   *     setting is out of range
   * @throws IllegalStateException if the device is not available, or the best epoch is to be chosen
   *     by a metric and there is no validation data
   * @throws CheckpointException if there is a {@linkplain #checkpoint checkpoint} that cannot be
   *     gone on from, or another training has it
   * @throws TrainingException if the loss, a gradient or a weight is no longer a finite number
   */
  public abstract P fit(Iterable<E> examples);

  /**
   * Sets the data on which the model is evaluated after each epoch; none by default.
   *
   * @param examples gone through once at the beginning and once an epoch, so it must be possible to
   *     iterate over it repeatedly
   */
  public S validateOn(Iterable<E> examples) {
    validation = Arguments.notNull(examples, "examples");
    return self();
  }

  /**
   * Sets the most padded steps of a batch, 65,536 by default: so many steps or tokens are computed
   * and kept for the gradients at once, those included that fill up shorter examples. A batch ends
   * where another example would exceed it, with fewer than {@code batchSize} examples; a longer
   * example is alone in its batch. Training takes memory in proportion to it.
   *
   * @param steps at least 1
   * @throws IllegalArgumentException if it is out of range
   */
  public final S stepsPerBatch(int steps) {
    return set(options().toBuilder().stepsPerBatch(steps));
  }

  /**
   * Sets what the best epoch is chosen by, and what {@code patience} waits for; by default the
   * validation loss.
   *
   * @param chosen of the type of evaluation that this trainer's {@link #validate} gives
   */
  protected final <V extends EpochEvaluation> S chooseBy(EvaluationMetric<V> chosen) {
    metric = Arguments.notNull(chosen, "metric");
    return self();
  }

  /**
   * Sets the examples to whose answers probabilities are fitted when the training ends: the {@code
   * calibrate} of trainers of models that answer with classes or labels.
   *
   * @param examples gone through once, or twice where there is a checkpoint
   */
  protected final S calibrateBy(Iterable<E> examples) {
    calibration = Arguments.notNull(examples, "examples");
    return self();
  }

  /**
   * Fits the probabilities of outputs, with the weights that the training returns.
   *
   * @param fit gives the temperatures of the model as it is
   * @return none if nothing was said to {@linkplain #calibrateBy calibrate} by
   * @throws IllegalArgumentException if there are no examples, or one cannot be read
   */
  protected final Temperatures calibrated(
      TrainingRun run, Function<Iterable<E>, Temperatures> fit) {
    Iterable<E> examples = calibration;
    return examples == null ? Temperatures.none() : run.calibrate(() -> fit.apply(examples));
  }

  @Override
  final @Nullable EvaluationMetric<?> metric() {
    if (metric != null && validation == null) {
      throw new IllegalStateException(
          "the best epoch is to be chosen by "
              + metric
              + ", but there is no validation data: call validateOn");
    }
    return metric;
  }

  /**
   * Returns the rows of training examples; warns where their answers, or the validation data, are
   * likely to be a mistake.
   *
   * @param answers what the examples are to be told apart by
   * @throws IllegalArgumentException if there are no examples, if there is validation data without
   *     examples, or an example is null
   */
  protected final <I> Rows<I, Integer> rows(
      Iterable<E> examples, ClassCodec<?> answers, Function<? super E, Row<I, Integer>> encoder) {
    return known(examples, dataCheck().rows(examples, answers, encoder), encoder);
  }

  /**
   * Returns the rows of training examples of several outputs, or of others than classes; warns as
   * {@link #rows(Iterable, ClassCodec, Function)} does.
   *
   * @param heads all outputs, in the order of their targets
   * @throws IllegalArgumentException as there
   */
  protected final <I> Rows<I, float[][]> rows(
      Iterable<E> examples, List<HeadCodec> heads, Function<? super E, Row<I, float[][]>> encoder) {
    return known(examples, dataCheck().rows(examples, heads, encoder), encoder);
  }

  /**
   * Returns the rows of training examples; warns where the validation data is likely to be a
   * mistake.
   *
   * @throws IllegalArgumentException if there are no examples, if there is validation data without
   *     examples, or an example is null
   */
  protected final <I, O> Rows<I, O> rows(
      Iterable<E> examples, Function<? super E, Row<I, O>> encoder) {
    return known(examples, dataCheck().rows(examples, null, encoder), encoder);
  }

  /**
   * Returns the rows of training examples in which sounds are changed as they were noted to be
   * ({@link #augmentation}); warns as {@link #rows(Iterable, List, Function)} does.
   *
   * @param encoder draws by the generator; without one there is nothing to draw
   * @throws IllegalArgumentException as there
   */
  protected final <I> Rows<I, float[][]> rows(
      Iterable<E> examples,
      List<HeadCodec> heads,
      BiFunction<? super E, @Nullable Random, Row<I, float[][]>> encoder) {
    return varied(
        examples, rows(examples, heads, example -> encoder.apply(example, null)), encoder);
  }

  /**
   * Returns the rows of training examples in which sounds are changed as they were noted to be
   * ({@link #augmentation}); warns as {@link #rows(Iterable, Function)} does.
   *
   * @param encoder draws by the generator; without one there is nothing to draw
   * @throws IllegalArgumentException as there
   */
  protected final <I, O> Rows<I, O> rows(
      Iterable<E> examples, BiFunction<? super E, @Nullable Random, Row<I, O>> encoder) {
    return varied(examples, rows(examples, example -> encoder.apply(example, null)), encoder);
  }

  private <I, O> Rows<I, O> varied(
      Iterable<E> examples,
      Rows<I, O> rows,
      BiFunction<? super E, @Nullable Random, Row<I, O>> encoder) {
    return augments() ? rows.varied(examples, encoder) : rows;
  }

  private DataCheck<E> dataCheck() {
    return new DataCheck<>(validation, this::warn, new CutCounter(limits(), this::tell));
  }

  private <I, O> Rows<I, O> known(
      Iterable<E> examples, Rows<I, O> rows, Function<? super E, Row<I, O>> encoder) {
    forgetFingerprints();
    fingerprint("training examples", examples instanceof Collection, rows::fingerprint);
    Iterable<E> evaluated = validation;
    if (evaluated != null) {
      fingerprintOfEvaluated(
          "validation examples",
          evaluated instanceof Collection,
          () -> Fingerprint.of(evaluated, encoder));
    }
    Iterable<E> calibrating = calibration;
    if (calibrating != null) {
      if (calibrating == examples) {
        warn(
            "probabilities are calibrated by the training examples, of which the model is surer"
                + " than of new ones. Calibrate by examples that are not trained on.");
      }
      fingerprintOfEvaluated(
          "calibration examples",
          calibrating instanceof Collection,
          () -> Fingerprint.of(calibrating, encoder));
    }
    return rows;
  }

  /**
   * Ends an epoch: evaluates the validation data, if there is any, and keeps the weights if they
   * are the best so far.
   *
   * @param model measures the model as it is
   */
  protected final void validate(TrainingRun run, Measures<E> model) {
    run.endEpoch(() -> validate(model::evaluation));
  }

  /** Fits the probabilities of outputs, as {@link #calibrated(TrainingRun, Function)} does. */
  protected final Temperatures calibrated(TrainingRun run, Measures<E> model) {
    return calibrated(run, model::temperatures);
  }

  /** Returns the evaluation of the validation data; null without any. */
  protected final <V extends EpochEvaluation> @Nullable V validate(
      Function<Iterable<E>, V> evaluate) {
    return validation == null ? null : evaluate.apply(validation);
  }
}
