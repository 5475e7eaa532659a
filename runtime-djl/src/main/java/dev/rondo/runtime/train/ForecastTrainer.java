package dev.rondo.runtime.train;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Fingerprint;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.SequenceCodec;
import dev.rondo.runtime.forecast.ForecastBacktest;
import dev.rondo.runtime.forecast.ForecastCodec;
import dev.rondo.runtime.forecast.ForecastDescription;
import dev.rondo.runtime.forecast.ForecastOptions;
import dev.rondo.runtime.forecast.ForecastRows;
import dev.rondo.runtime.forecast.ForecastSeries;
import dev.rondo.runtime.forecast.Known;
import dev.rondo.runtime.forecast.SeriesConstants;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the generated trainers of models that forecast share, whatever a series of theirs is: its
 * steps alone ({@link SeriesTrainer}), or with what is constant in it.
 *
 * <p>They learn from every window of every series. What is learned of the data, such as scales, is
 * learned from what is trained on alone: validation data is never looked at for it.
 *
 * @param <S> the generated trainer, returned by all setters
 * @param <D> a series
 * @param <R> a step of it: the user's record
 * @param <P> the generated predictor
 */
public abstract class ForecastTrainer<S extends ForecastTrainer<S, D, R, P>, D, R, P>
    extends WindowsTrainer<S, D, R, P> {
  private ForecastOptions forecast = ForecastOptions.none();
  private @Nullable ForecastBacktest<R> backtest;
  private @Nullable Function<List<Steps[]>, List<float[][]>> network;
  private boolean calibrated;

  /**
   * Creates a trainer.
   *
   * @param defaults the settings written at the model
   */
  protected ForecastTrainer(TrainingOptions defaults) {
    super(defaults, 0);
  }

  /**
   * Trains the model.
   *
   * @param data one or many series, each in the order of time and with equal time between its
   *     steps; of any lengths, kept in memory. For one series, {@code List.of(series)}.
   * @return the trained model, to be closed by the caller: with validation data that of the epoch
   *     with the lowest validation loss, else that of the last step
   * @throws IllegalArgumentException if there is nothing to learn from, a step is null, a step or
   *     what is constant cannot be read, or a setting is out of range
   * @throws IllegalStateException if the device is not available, or settings contradict each other
   * @throws CheckpointException if there is a {@linkplain #checkpoint checkpoint} that cannot be
   *     gone on from, or another training has it
   * @throws TrainingException if the loss, a gradient or a weight is no longer a finite number
   */
  public final P fit(Iterable<D> data) {
    backtest = null;
    try {
      P model = trainOn(data);
      calibrate();
      return model;
    } finally {
      forgetSeries();
      backtest = null;
      network = null;
    }
  }

  private void calibrate() {
    ForecastBacktest<R> known = backtest;
    Function<List<Steps[]>, List<float[][]>> scores = network;
    if (calibrated && known != null && scores != null) {
      known.calibrate(scores);
    }
  }

  /**
   * Sets series on which the model is evaluated after each epoch, from every place in them; none by
   * default. For the last part of the training series, {@link #validateOnLast}.
   */
  public S validateOn(Iterable<D> data) {
    validateOnSeries(data);
    return self();
  }

  /**
   * Sets the last part in time of each series given to {@link #fit} aside: the model does not learn
   * from it, but is evaluated on it after each epoch, with the history before it known.
   *
   * @param share above 0 and below 1, such as 0.2 for the last fifth
   * @throws IllegalArgumentException if it is out of range
   */
  public S validateOnLast(double share) {
    validateOnShare(share);
    return self();
  }

  /**
   * Sets how many steps of a history are read, at most, in place of what {@code @Window} says. A
   * model that the training {@linkplain #continueFrom goes on from} keeps its own: {@link #fit}
   * refuses another one.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public S window(int steps) {
    forecast = forecast.withWindow(Arguments.atLeastOne(steps, "steps"));
    return self();
  }

  /**
   * Sets how many steps are forecast, in place of what {@code @Forecast} says. A model that the
   * training {@linkplain #continueFrom goes on from} keeps its own: {@link #fit} refuses another
   * one.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public S horizon(int steps) {
    forecast = forecast.withHorizon(Arguments.atLeastOne(steps, "steps"));
    return self();
  }

  /**
   * Sets after how many steps the series repeat themselves, such as 24 of hours, which decides the
   * seasonal baseline and the scale of the MASE; 1 if they do not. By default it is found in the
   * training data, by its autocorrelation. A model that the training {@linkplain #continueFrom goes
   * on from} keeps its own: {@link #fit} refuses another one.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public S season(int steps) {
    forecast = forecast.withSeason(Arguments.atLeastOne(steps, "steps"));
    return self();
  }

  /**
   * Sets whether the network learns what is to be added to a linear forecast, as it does by
   * default: a linear function of the window's values, learned from the training series by ridge
   * regression before the network is trained, and kept with the model. Else it learns what is to be
   * added to the last known value.
   */
  public S linear(boolean on) {
    forecast = forecast.withLinear(on);
    return self();
  }

  /**
   * Sets whether the intervals between quantiles are moved, when the training is over, so that they
   * cover what they promise of the validation data (split-conformal calibration, Romano, Patterson
   * and Candès 2019); no by default, also where the training {@linkplain #continueFrom goes on
   * from} a model whose intervals were moved. Needs validation data, and a model that forecasts
   * quantiles. {@code evaluate} tells what they cover before and after.
   */
  public S calibrateIntervals(boolean on) {
    calibrated = on;
    return self();
  }

  /** Returns what was set of the forecast. */
  protected final ForecastOptions forecastOptions() {
    return forecast;
  }

  @Override
  protected String lossDescription() {
    return "of a forecast; " + forecast;
  }

  /**
   * Gives a learner each series of which there are windows to learn from, once.
   *
   * @throws IllegalArgumentException if the learner refuses one, naming its place
   */
  protected final void learnOnce(
      List<D> series, ForecastDescription<R> target, Consumer<? super D> learner) {
    int horizon = target.horizon(forecast);
    for (int i = 0; i < series.size(); i++) {
      D each = series.get(i);
      if (stepsOf(each).size() > horizon) {
        Arguments.placed(
            ForecastSeries.place(i),
            () -> {
              learner.accept(each);
              return each;
            });
      }
    }
  }

  /**
   * Returns all windows to learn from, and prepares the evaluation of the validation data.
   *
   * @param constants what is constant in a series
   */
  protected final Rows<Steps[], float[][]> rows(
      SequenceCodec<R> history, ForecastCodec<R> target, SeriesConstants<D, R> constants) {
    return rows(history, target, null, constants);
  }

  /**
   * Returns all windows to learn from, with what is known in advance.
   *
   * @param ahead null where nothing is
   * @param constants what is constant in a series
   */
  protected final Rows<Steps[], float[][]> rows(
      SequenceCodec<R> history,
      ForecastCodec<R> target,
      @Nullable Known<R, ?> ahead,
      SeriesConstants<D, R> constants) {
    requireKept("window", forecast.window(), target.window());
    requireKept("horizon", forecast.horizon(), target.horizon());
    requireKept("season", forecast.season(), target.season());
    if (calibrated && validation() == null && validationShare() == 0) {
      throw new IllegalStateException(
          "intervals are to be calibrated, but there is no validation data: call validateOnLast");
    }
    if (calibrated && target.levels().length == 0) {
      throw new IllegalStateException(
          "intervals are to be calibrated, but the model forecasts no quantiles: write quantiles in"
              + " its @Forecast");
    }
    ForecastSeries<R> known = ForecastSeries.of(series(), history, target, ahead, constants);
    int[] cuts = cuts();
    Rows<Steps[], float[][]> rows = ForecastRows.of(known, target, cuts);
    forgetFingerprints();
    fingerprint("training series", true, () -> fingerprint(known));
    List<D> evaluated = validation();
    if (validationShare() > 0) {
      backtest = ForecastBacktest.of(known, target, cuts);
    } else if (evaluated != null) {
      // the baselines learn from the training series
      List<D> both = new ArrayList<>(series());
      both.addAll(evaluated);
      int[] all = new int[both.size()];
      System.arraycopy(cuts, 0, all, 0, cuts.length);
      int trained = series().size();
      ForecastSeries<R> others =
          ForecastSeries.of(
              both,
              history,
              target,
              ahead,
              constants,
              i ->
                  i < trained
                      ? ForecastSeries.place(i)
                      : "validation " + ForecastSeries.place(i - trained));
      fingerprint("validation series", true, () -> fingerprint(others));
      backtest = ForecastBacktest.of(others, target, all);
    }
    return rows;
  }

  private static Fingerprint fingerprint(ForecastSeries<?> known) {
    return Fingerprint.of(IntStream.range(0, known.size()).boxed().toList(), known::row);
  }

  /**
   * Returns the evaluation of the validation data; null without any.
   *
   * @param scores computes the scores of rows
   */
  protected final @Nullable ForecastEpoch validate(
      Function<List<Steps[]>, List<float[][]>> scores) {
    ForecastBacktest<R> known = backtest;
    if (known == null) {
      return null;
    }
    network = scores;
    ForecastBacktest.Measured measured = known.evaluate(scores);
    told(measured.byName());
    return new ForecastEpoch(measured.loss(), measured.evaluations());
  }
}
