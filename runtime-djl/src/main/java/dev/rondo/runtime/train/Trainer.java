package dev.rondo.runtime.train;

import dev.rondo.runtime.data.Arguments;
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
   *     with the lowest validation loss, else that of the last step
   * @throws IllegalArgumentException if there are no examples, or a setting is out of range
   * @throws IllegalStateException if the device is not available
   * @throws TrainingException if the loss, a gradient or a weight is no longer a finite number
   */
  public abstract P fit(Iterable<E> examples);

  /** Sets the data on which the model is evaluated after each epoch; none by default. */
  public S validateOn(Iterable<E> examples) {
    validation = Arguments.notNull(examples, "examples");
    return self();
  }

  /** Returns the evaluation of the validation data; null without any. */
  protected final <V extends EpochEvaluation> @Nullable V validate(
      Function<Iterable<E>, V> evaluate) {
    return validation == null ? null : evaluate.apply(validation);
  }
}
