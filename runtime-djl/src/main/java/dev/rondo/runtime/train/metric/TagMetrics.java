package dev.rondo.runtime.train.metric;

import dev.rondo.runtime.data.ClassCodec;
import dev.rondo.runtime.data.Scores;
import dev.rondo.runtime.data.answer.TagScheme;
import dev.rondo.runtime.data.answer.TagSequence;
import dev.rondo.runtime.data.answer.Transitions;
import dev.rondo.runtime.train.Evaluation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Measures the tags of sequences: those of all steps alike, and the spans that they name where they
 * form a scheme.
 *
 * <p>A tag that training did not show, as corpora have some in the part to test on, is one that no
 * answer can be: it counts as wrong, and in no loss. The probabilities that are measured are those
 * of single tags, as they are told, whether these are decided together or not.
 *
 * @param <T> the type of a tag
 */
public final class TagMetrics<T extends Comparable<T>>
    implements HeadMetrics<List<@Nullable T>, Evaluation> {
  private final ClassCodec<T> codec;
  private final ClassificationMetrics<T> steps;
  private final @Nullable TagSequence<T> sequence;
  private final @Nullable SpanMetrics spans;

  private TagMetrics(
      ClassCodec<T> codec, ClassificationMetrics<T> steps, @Nullable TagSequence<T> sequence) {
    this.codec = codec;
    this.steps = steps;
    this.sequence = sequence;
    TagScheme scheme = TagSequence.scheme(codec);
    this.spans = scheme.hasSpans() ? new SpanMetrics(scheme) : null;
  }

  /** Creates metrics of tags that are each decided alone, whose loss is the cross entropy. */
  public TagMetrics(ClassCodec<T> codec) {
    this(codec, HeadLoss.byDefault());
  }

  /**
   * Creates metrics of tags that are each decided alone.
   *
   * @throws IllegalArgumentException if the loss is one of numbers
   */
  public TagMetrics(ClassCodec<T> codec, HeadLoss loss) {
    this(codec, new ClassificationMetrics<>(codec, loss), null);
  }

  /**
   * Creates metrics of tags that are decided together; their loss is the mean over all steps of -ln
   * of the probability of the right tags of their sequence, without the temperature of the codec.
   */
  public TagMetrics(TagSequence<T> tags) {
    this(tags.codec(), new ClassificationMetrics<>(tags.codec()), tags);
  }

  /**
   * Adds a sequence. An empty one does not count, nor does a step whose answer is absent.
   *
   * @param scores (steps × tags); of an empty sequence those of the one step that the network reads
   *     it as
   * @param expected a tag for each step; null: all are absent
   * @throws IllegalArgumentException if there are more or fewer tags than steps; if some tags are
   *     absent and they are decided together
   */
  @Override
  public void add(float[] scores, @Nullable List<@Nullable T> expected) {
    if (expected == null) {
      return;
    }
    Scores.checkSize(scores, Math.multiplyExact(codec.size(), Math.max(1, expected.size())));
    int[] answered =
        sequence == null ? eachAlone(scores, expected) : together(sequence, scores, expected);
    if (spans != null && expected.stream().allMatch(Objects::nonNull)) {
      spans.add(
          expected.stream().map(TagSequence::name).toList(),
          Arrays.stream(answered).mapToObj(codec::value).map(TagSequence::name).toList());
    }
  }

  private int[] eachAlone(float[] scores, List<@Nullable T> expected) {
    int[] answered = new int[expected.size()];
    for (int t = 0; t < answered.length; t++) {
      float[] step = Arrays.copyOfRange(scores, t * codec.size(), (t + 1) * codec.size());
      answered[t] = codec.index(codec.answer(step));
      T right = expected.get(t);
      if (right == null || codec.knows(right)) {
        steps.add(step, right);
      } else {
        steps.count(ClassificationMetrics.UNKNOWN, answered[t]);
      }
    }
    return answered;
  }

  private int[] together(TagSequence<T> tags, float[] scores, List<@Nullable T> expected) {
    int[] right = new int[expected.size()];
    for (int t = 0; t < right.length; t++) {
      T tag = expected.get(t);
      if (tag == null) {
        throw new IllegalArgumentException("a step has no tag: tags are measured together");
      }
      right[t] = codec.knows(tag) ? codec.index(tag) : ClassificationMetrics.UNKNOWN;
    }
    if (right.length == 0) {
      return right;
    }
    Transitions known = tags.transitions();
    int[] answered = known.mostProbable(scores, right.length);
    boolean learnable = Arrays.stream(right).allMatch(tag -> tag != ClassificationMetrics.UNKNOWN);
    double loss = learnable ? known.loss(scores, right) / right.length : Double.NaN;
    for (int t = 0; t < right.length; t++) {
      steps.count(right[t], answered[t]);
      if (learnable) {
        steps.addLoss(right[t], loss);
      }
    }
    addProbabilities(tags.probable().logMarginals(scores, right.length), right);
    return answered;
  }

  private void addProbabilities(double[] logMarginals, int[] right) {
    int tags = codec.size();
    for (int t = 0; t < right.length; t++) {
      if (right[t] != ClassificationMetrics.UNKNOWN) {
        int highest = 0;
        for (int tag = 1; tag < tags; tag++) {
          if (logMarginals[t * tags + tag] > logMarginals[t * tags + highest]) {
            highest = tag;
          }
        }
        steps.addProbability(
            Transitions.cost(logMarginals[t * tags + right[t]]),
            Math.exp(logMarginals[t * tags + highest]),
            right[t] == highest);
      }
    }
  }

  @Override
  public Evaluation evaluation() {
    Evaluation evaluation = steps.evaluation();
    return spans == null ? evaluation : evaluation.with(spans.evaluation());
  }
}
