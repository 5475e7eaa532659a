package dev.rondo.runtime.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.answer.TranscriptCodec;
import dev.rondo.runtime.data.text.Window;
import dev.rondo.runtime.kernel.CrossEntropy;
import dev.rondo.runtime.kernel.CtcLoss;
import dev.rondo.runtime.kernel.MaskedLosses;
import dev.rondo.runtime.kernel.MaskedLosses.Cost;
import dev.rondo.runtime.train.metric.HeadLoss;
import java.util.Arrays;
import java.util.List;

/** Losses: scalars, the mean over a batch. */
public final class Losses {
  /** The target of a step that does not count. */
  public static final long IGNORED = -1;

  private static final double MEDIAN = 0.5;

  private Losses() {}

  /**
   * Softmax cross entropy of the next token, the mean over all steps that count.
   *
   * @param scores before the softmax, (batch, time, vocabulary)
   * @param targets numbers of the tokens that follow, int64 (batch, time); {@link #IGNORED} where a
   *     step does not count
   * @param smoothing label smoothing, in [0, 1)
   */
  public static NDArray nextToken(NDArray scores, NDArray targets, double smoothing) {
    return CrossEntropy.mean(scores, targets, IGNORED, smoothing);
  }

  /** Returns the targets of a window, int64 (batch, time), filled up behind the shorter rows. */
  static NDArray targets(NDManager manager, Window window, long fill) {
    int steps = window.steps();
    List<int[]> rows = window.targets();
    long[] targets = new long[Math.multiplyExact(rows.size(), steps)];
    Arrays.fill(targets, fill);
    for (int row = 0; row < rows.size(); row++) {
      int[] tokens = rows.get(row);
      for (int step = 0; step < tokens.length; step++) {
        targets[row * steps + step] = tokens[step];
      }
    }
    return manager.create(targets, new Shape(rows.size(), steps));
  }

  /**
   * Softmax cross entropy; with label smoothing as of Szegedy et al. (2016) and PyTorch: {@code (1
   * - s) · -log p(expected) + s · mean over all classes of -log p}.
   *
   * @param scores before the softmax, (batch, classes)
   * @param expected numbers of the right classes, int64 (batch)
   * @param smoothing s, in [0, 1)
   */
  public static NDArray crossEntropy(NDArray scores, NDArray expected, double smoothing) {
    return CrossEntropy.mean(scores, expected, CrossEntropy.NOTHING, smoothing);
  }

  /**
   * Binary cross entropy: {@code y · log(1 + exp(-x)) + (1 - y) · log(1 + exp(x))}, which neither
   * overflows nor cancels for large scores of either sign. Label smoothing moves y to {@code (1 -
   * s) · y + s / 2}: yes and no are the two classes.
   *
   * @param scores x, before the sigmoid, (batch, outputs)
   * @param expected y, 1 for yes and 0 for no, (batch, outputs)
   * @param smoothing s, in [0, 1)
   */
  public static NDArray binaryCrossEntropy(NDArray scores, NDArray expected, double smoothing) {
    NDArray target = expected;
    if (smoothing > 0) {
      target = expected.mul((float) (1 - smoothing)).add((float) (smoothing / 2));
    }
    NDArray ifYes = scores.neg().getNDArrayInternal().softPlus();
    NDArray ifNo = scores.getNDArrayInternal().softPlus();
    return ifYes.mul(target).add(ifNo.mul(target.sub(1).neg())).mean();
  }

  /**
   * Softmax cross entropy of a head's classes, the mean over those that are not absent: {@code Σ w
   * l / Σ w} with the weight w of each row's class, as in PyTorch. Label smoothing is that of
   * {@link #crossEntropy}, the mean over the classes weighted too.
   *
   * @param scores before the softmax, (rows, classes); of a head for each step a row for each real
   *     step
   * @param targets numbers of the right classes, float32 (rows, 1); NaN where an answer is absent,
   *     which neither loss nor gradient knows of
   * @param smoothing in [0, 1)
   * @param weights of the classes; empty: all 1
   * @return a scalar; 0, with a gradient of 0, where all are absent
   */
  public static NDArray classes(
      NDArray scores, NDArray targets, double smoothing, float[] weights) {
    return MaskedLosses.classes(scores, targets, smoothing, false, weights);
  }

  /**
   * The focal loss of a head's classes: {@code (1 - p)²} times the cross entropy, p the probability
   * of the right class (Lin et al. 2017, <a href="https://arxiv.org/abs/1708.02002">
   * arXiv:1708.02002</a>, γ = 2). Else as {@link #classes}.
   */
  public static NDArray focalClasses(NDArray scores, NDArray targets, float[] weights) {
    return MaskedLosses.classes(scores, targets, 0, true, weights);
  }

  /**
   * Binary cross entropy of a head's labels, or of its yes and no, which is one label; the mean
   * over all answers that are not absent: {@code Σ w l / Σ w}. Label smoothing is that of {@link
   * #binaryCrossEntropy}.
   *
   * @param scores before the sigmoid, (rows, labels); of a head for each step a row for each real
   *     step
   * @param targets 1 for yes, 0 for no, float32 (rows, labels); NaN where an answer is absent
   * @param smoothing in [0, 1)
   * @param weights one of each label, (labels); or of no and of yes, label by label, (2 × labels):
   *     the two classes of a {@code boolean}; empty: all 1
   * @return a scalar; 0, with a gradient of 0, where all are absent
   */
  public static NDArray labels(NDArray scores, NDArray targets, double smoothing, float[] weights) {
    return MaskedLosses.labels(scores, targets, smoothing, false, weights);
  }

  /** The focal loss of a head's labels, or of its yes and no. Else as {@link #labels}. */
  public static NDArray focalLabels(NDArray scores, NDArray targets, float[] weights) {
    return MaskedLosses.labels(scores, targets, 0, true, weights);
  }

  /**
   * The mean squared error {@code e²} of a head's numbers, over all that are not absent.
   *
   * @param scores (rows, numbers); of a head for each step a row for each real step
   * @param targets on the scale of the scores, float32 (rows, numbers); NaN where one is absent
   * @return a scalar; 0, with a gradient of 0, where all are absent
   */
  public static NDArray squared(NDArray scores, NDArray targets) {
    return MaskedLosses.numbers(scores, targets, Cost.SQUARED, MEDIAN);
  }

  /** The mean absolute error {@code |e|}. Else as {@link #squared}. */
  public static NDArray absolute(NDArray scores, NDArray targets) {
    return MaskedLosses.numbers(scores, targets, Cost.ABSOLUTE, MEDIAN);
  }

  /**
   * {@code e² / 2} where {@code |e| ≤ 1}, else {@code |e| - 1/2} (Huber 1964, "Robust estimation of
   * a location parameter"). Else as {@link #squared}.
   */
  public static NDArray huber(NDArray scores, NDArray targets) {
    return MaskedLosses.numbers(scores, targets, Cost.HUBER, MEDIAN);
  }

  /**
   * The pinball loss {@code max(q (y - x), (q - 1) (y - x))} of score x and target y (Koenker and
   * Bassett 1978, "Regression quantiles"). Else as {@link #squared}.
   *
   * @param q in (0, 1)
   */
  public static NDArray quantile(NDArray scores, NDArray targets, double q) {
    return MaskedLosses.numbers(scores, targets, Cost.QUANTILE, q);
  }

  /**
   * The loss of texts that are read off the steps, by {@link CtcLoss}: the mean over the rows of
   * -ln of the probability of their text, for each of its tokens.
   *
   * @param scores of all steps that the layers leave, row after row, (steps, tokens)
   * @param batch whose targets are the numbers of the tokens
   * @param head its place among the heads
   * @param input the place of the input whose steps are read
   * @param every how many of its steps there are to one that the layers leave
   * @return a scalar
   */
  public static NDArray transcripts(
      NDArray scores, Batch<Steps[], float[][]> batch, int head, int input, int every) {
    int rows = batch.inputs().size();
    int[] steps = new int[rows];
    int[][] labels = new int[rows][];
    float[] weights = new float[rows];
    for (int row = 0; row < rows; row++) {
      steps[row] = TranscriptCodec.left(batch.inputs().get(row)[input].length(), every);
      float[] target = batch.expected().get(row)[head];
      labels[row] = new int[target.length];
      for (int k = 0; k < target.length; k++) {
        labels[row][k] = (int) target[k];
      }
      weights[row] = 1f / (rows * Math.max(1, target.length));
    }
    return CtcLoss.sum(scores, steps, labels, weights);
  }

  /**
   * The pinball loss of quantiles that cannot cross, the mean over all levels and all answers that
   * are not absent (Koenker and Bassett 1978, "Regression quantiles"). Of the scores of an answer
   * the one at the median is it; each other one says by its softplus how far it is from its
   * neighbour.
   *
   * @param scores (rows, answers × levels), answer by answer
   * @param targets float32 (rows, answers); NaN where one is absent
   * @param levels ascending, in (0, 1), 0.5 among them
   * @return a scalar; 0, with a gradient of 0, where all are absent
   */
  public static NDArray quantiles(NDArray scores, NDArray targets, double... levels) {
    return MaskedLosses.quantiles(scores, targets, levels);
  }

  /**
   * Returns what a loss counts among several, to be added to the others: {@code
   * condition.add(Losses.weighted(hours, 0.5))}.
   *
   * @param loss a scalar
   * @param weight see {@link HeadLoss#weight()}
   */
  public static NDArray weighted(NDArray loss, double weight) {
    return weight == 1 ? loss : MaskedLosses.weighted(loss, weight);
  }

  /**
   * The negative log-likelihood of the next steps of a stream: of numbers that of a normal
   * distribution, but for a constant, the mean over all; of symbols the softmax cross entropy, the
   * sum over all.
   *
   * @param scores (rows, 2 × numbers + sum of classes): means, then logarithms of deviations, both
   *     in units of √2 deviations of what a linear forecast misses by; then the classes of each
   *     symbol
   * @param targets (rows, 2 × numbers + symbols): the numbers in the same units, then 1 of those
   *     that are there and 0 of those that are missing; then the number of each symbol's class, NaN
   *     where it is missing
   * @param classes how many classes each symbol has
   * @return a scalar
   */
  public static NDArray foretold(NDArray scores, NDArray targets, int numbers, int[] classes) {
    NDArray loss = null;
    if (numbers > 0) {
      NDArray log = columns(scores, numbers, 2 * numbers);
      NDArray off = columns(scores, 0, numbers).sub(columns(targets, 0, numbers));
      NDArray shrunk = off.mul(log.neg().exp());
      NDArray each = shrunk.mul(shrunk).add(log);
      loss = each.mul(columns(targets, numbers, 2 * numbers)).mean();
    }
    int from = 2 * numbers;
    for (int k = 0; k < classes.length; k++) {
      NDArray expected = columns(targets, 2 * numbers + k, 2 * numbers + k + 1);
      NDArray symbol = classes(columns(scores, from, from + classes[k]), expected, 0, new float[0]);
      loss = loss == null ? symbol : loss.add(symbol);
      from += classes[k];
    }
    if (loss == null) {
      throw new IllegalArgumentException("there is neither a number nor a symbol to foretell");
    }
    return loss;
  }

  private static NDArray columns(NDArray rows, int from, int to) {
    return rows.get(new NDIndex(":, {}:{}", from, to));
  }
}
