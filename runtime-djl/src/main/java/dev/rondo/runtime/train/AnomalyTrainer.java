package dev.rondo.runtime.train;

import dev.rondo.runtime.anomaly.AnomalyCodec;
import dev.rondo.runtime.anomaly.AnomalyLikelihood;
import dev.rondo.runtime.anomaly.AnomalyOptions;
import dev.rondo.runtime.anomaly.AnomalySeries;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Fingerprint;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.SequenceCodec;
import dev.rondo.runtime.series.AnomalyScale;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the generated trainers of models that score anomalies share.
 *
 * <p>They learn what is ordinary, from every window of every series. Part of the data is set aside:
 * on it the best epoch is chosen, and what surprise is ordinary is learned, since a model is less
 * surprised by what it has seen.
 *
 * @param <S> the generated trainer, returned by all setters
 * @param <R> a step of a stream: the user's record
 * @param <P> the generated predictor
 */
public abstract class AnomalyTrainer<S extends AnomalyTrainer<S, R, P>, R, P>
    extends WindowsTrainer<S, List<R>, R, P> {
  private static final double SHARE = 0.2;

  private AnomalyOptions anomalies = new AnomalyOptions(0, 0);
  private @Nullable AnomalyLikelihood<R> ordinary;

  /**
   * Creates a trainer.
   *
   * @param defaults the settings written at the model
   */
  protected AnomalyTrainer(TrainingOptions defaults) {
    super(defaults, SHARE);
  }

  /**
   * Trains the model.
   *
   * @param data one or many series of ordinary steps, each in the order of time; of any lengths,
   *     kept in memory. For one series, {@code List.of(series)}.
   * @return the trained model, to be closed by the caller: that of the epoch with the lowest
   *     validation loss
   * @throws IllegalArgumentException if there is nothing to learn from, fewer than 20 steps are set
   *     aside, a step is null or cannot be read, or a setting is out of range
   * @throws IllegalStateException if the device is not available, or settings contradict each other
   * @throws CheckpointException if there is a {@linkplain #checkpoint checkpoint} that cannot be
   *     gone on from, or another training has it
   * @throws TrainingException if the loss, a gradient or a weight is no longer a finite number
   */
  public final P fit(Iterable<List<R>> data) {
    ordinary = null;
    try {
      return calibrated(trainOn(data));
    } finally {
      forgetSeries();
      ordinary = null;
    }
  }

  @Override
  protected final List<R> stepsOf(List<R> series) {
    return series;
  }

  @Override
  protected final List<R> withSteps(List<R> series, List<R> steps) {
    return steps;
  }

  /** Returns the model with {@link #scale what is ordinary}. */
  protected abstract P calibrated(P model);

  /**
   * Sets other series of ordinary steps aside, in place of the last part of those given to {@link
   * #fit}.
   */
  public S validateOn(Iterable<List<R>> data) {
    validateOnSeries(data);
    return self();
  }

  /**
   * Sets how much of each series given to {@link #fit}, its last part in time, is set aside: the
   * last fifth by default.
   *
   * @param share above 0 and below 1
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
    anomalies = new AnomalyOptions(Arguments.atLeastOne(steps, "steps"), anomalies.ahead());
    return self();
  }

  /**
   * Sets how many steps ahead is also foretold, in place of what {@code @AnomalyScore} says. A
   * model that the training {@linkplain #continueFrom goes on from} keeps its own: {@link #fit}
   * refuses another one.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public S ahead(int steps) {
    anomalies = new AnomalyOptions(anomalies.window(), Arguments.atLeastOne(steps, "steps"));
    return self();
  }

  /** Returns what was set of the anomalies. */
  protected final AnomalyOptions anomalyOptions() {
    return anomalies;
  }

  @Override
  protected String lossDescription() {
    return "negative log-likelihood of the next step; " + anomalies;
  }

  /** Returns all windows to learn from, and prepares the evaluation of what is set aside. */
  protected final Rows<Steps[], float[][]> rows(SequenceCodec<R> history, AnomalyCodec<R> target) {
    requireKept("window", anomalies.window(), target.window());
    requireKept("ahead", anomalies.ahead(), target.ahead());
    AnomalySeries<R> known = AnomalySeries.of(series(), history, target);
    int[] cuts = cuts();
    forgetFingerprints();
    fingerprint("training series", true, () -> fingerprint(known));
    List<List<R>> other = validation();
    if (other == null) {
      ordinary = new AnomalyLikelihood<>(known, cuts, target);
    } else {
      AnomalySeries<R> others = AnomalySeries.of(other, history, target);
      fingerprint("validation series", true, () -> fingerprint(others));
      ordinary = new AnomalyLikelihood<>(others, new int[other.size()], target);
    }
    return known.rows(cuts);
  }

  private static Fingerprint fingerprint(AnomalySeries<?> known) {
    return Fingerprint.of(IntStream.range(0, known.size()).boxed().toList(), known::row);
  }

  /**
   * Returns how well what is set aside is foretold; null if nothing is.
   *
   * @param scores computes the scores of rows
   */
  protected final @Nullable AnomalyEpoch validate(Function<List<Steps[]>, List<float[][]>> scores) {
    return ordinary == null ? null : new AnomalyEpoch(ordinary.loss(scores));
  }

  /**
   * Returns what is ordinary, learned from what is set aside.
   *
   * @param scores computes the scores of rows
   */
  protected final AnomalyScale scale(Function<List<Steps[]>, List<float[][]>> scores) {
    return Arguments.notNull(ordinary, "what is ordinary").scale(scores);
  }
}
