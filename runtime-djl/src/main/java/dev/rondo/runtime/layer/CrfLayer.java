package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.data.ClassCodec;
import dev.rondo.runtime.data.answer.TagScheme;
import dev.rondo.runtime.data.answer.TagSequence;
import dev.rondo.runtime.data.answer.TaggingLoss;
import dev.rondo.runtime.data.answer.Transitions;
import dev.rondo.runtime.kernel.KnownGradients;
import dev.rondo.runtime.kernel.KnownGradients.Dependence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A linear-chain conditional random field over the tags of a sequence (Lample et al. 2016, <a
 * href="https://arxiv.org/abs/1603.01360">arXiv:1603.01360</a>; {@link Transitions} has the
 * equations). The scores that a network gives the tags of each step pass through it as they are: it
 * learns how well tags follow each other, and decides them together.
 *
 * <p>Weights: {@code transitions} (tags, tags) from each tag to each, {@code start} (tags), {@code
 * end} (tags). They start at zero.
 *
 * <p>The algorithms over a sequence run in Java: a step of a sequence is a product with a matrix of
 * tags by tags, for which a call of PyTorch takes longer than the numbers. So scores and gradients
 * are copied, on CUDA from the device and back.
 */
public final class CrfLayer extends Layer {
  private final int tags;
  private final Parameter between;
  private final Parameter start;
  private final Parameter end;
  private @Nullable Prepared<Transitions> prepared;
  private @Nullable NetworkHost preparedFor;

  /**
   * Creates the layer.
   *
   * @param tags how many there are
   * @throws IllegalArgumentException if there is none
   */
  public CrfLayer(String name, int tags) {
    super(name);
    this.tags = atLeastOne(tags, "tags");
    between = addWeight("transitions", Initializer.constant(0), tags, tags);
    start = addWeight("start", Initializer.constant(0), tags);
    end = addWeight("end", Initializer.constant(0), tags);
  }

  /** Returns how many tags there are. */
  public int tags() {
    return tags;
  }

  /**
   * Returns the loss of a batch, the mean over its steps as {@link TaggingLoss} computes it.
   *
   * @param pass of a training step
   * @param codec of the tags
   * @param scores of the network at all real steps, row after row, (real steps, tags)
   * @param expected for each row and each output the targets, of this one the number of the tag of
   *     each step
   * @param output which of the outputs this is
   * @return a scalar
   * @throws IllegalArgumentException if the shapes do not belong together
   * @throws IllegalStateException if the pass has no {@link Pass#tape()}
   */
  public NDArray loss(
      Pass pass, ClassCodec<?> codec, NDArray scores, List<float[][]> expected, int output) {
    TaggingLoss loss =
        TaggingLoss.of(
            transitions(TagSequence.scheme(codec)),
            scores.toFloatArray(),
            expected.stream().map(row -> row[output]).toArray(float[][]::new));
    return KnownGradients.loss(
        pass.tape().orElseThrow(() -> new IllegalStateException("the pass has no tape")),
        loss.value(),
        List.of(
            new Dependence(scores, loss.ofScores()),
            new Dependence(pass.weight(between), loss.ofBetween()),
            new Dependence(pass.weight(start), loss.ofStart()),
            new Dependence(pass.weight(end), loss.ofEnd())));
  }

  /**
   * Returns how tags are decided by the transitions as they are now, in training as the last step
   * left them.
   *
   * @param host of the network that the layer is part of
   * @param codec of the tags
   * @throws IllegalStateException if the network is closed
   */
  public <T extends Comparable<T>> TagSequence<T> tags(NetworkHost host, ClassCodec<T> codec) {
    return TagSequence.of(codec, prepared(host, codec).use(transitions -> transitions));
  }

  private synchronized Prepared<Transitions> prepared(NetworkHost host, ClassCodec<?> codec) {
    Prepared<Transitions> current = prepared;
    if (current == null || preparedFor != host) {
      TagScheme scheme = TagSequence.scheme(codec);
      current = host.prepare(manager -> transitions(scheme), transitions -> {});
      prepared = current;
      preparedFor = host;
    }
    return current;
  }

  private Transitions transitions(TagScheme scheme) {
    return new Transitions(
        scheme,
        between.getArray().toFloatArray(),
        start.getArray().toFloatArray(),
        end.getArray().toFloatArray());
  }
}
