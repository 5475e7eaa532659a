package dev.rondo.runtime.train;

import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.SequenceCodec;
import dev.rondo.runtime.forecast.ForecastCodec;
import dev.rondo.runtime.forecast.Known;
import dev.rondo.runtime.forecast.SeriesConstants;
import java.util.List;

/**
 * What the generated trainers of models share that forecast from the steps of a series alone.
 *
 * @param <S> the generated trainer, returned by all setters
 * @param <R> a step of a series: the user's record
 * @param <P> the generated predictor
 */
public abstract class SeriesTrainer<S extends SeriesTrainer<S, R, P>, R, P>
    extends ForecastTrainer<S, List<R>, R, P> {
  /**
   * Creates a trainer.
   *
   * @param defaults the settings written at the model
   */
  protected SeriesTrainer(TrainingOptions defaults) {
    super(defaults);
  }

  @Override
  protected final List<R> stepsOf(List<R> series) {
    return series;
  }

  @Override
  protected final List<R> withSteps(List<R> series, List<R> steps) {
    return steps;
  }

  /** Returns all windows to learn from, and prepares the evaluation of the validation data. */
  protected final Rows<Steps[], float[][]> rows(SequenceCodec<R> history, ForecastCodec<R> target) {
    return rows(history, target, SeriesConstants.none());
  }

  /** Returns all windows to learn from, with what is known in advance. */
  protected final Rows<Steps[], float[][]> rows(
      SequenceCodec<R> history, ForecastCodec<R> target, Known<R, ?> ahead) {
    return rows(history, target, ahead, SeriesConstants.none());
  }
}
