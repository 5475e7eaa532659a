package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.rondo.layer.Activation;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.GradMode;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.MaskSeeds;
import dev.rondo.runtime.layer.Network;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.reference.ReferenceWeights;
import dev.rondo.runtime.train.update.GradientMemory;
import dev.rondo.runtime.train.update.SgdRule;
import dev.rondo.runtime.train.update.UpdateRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Gradients in memory that lasts are those that PyTorch records. */
class StepGradientsTest {
  private static final int TOKENS = 7;
  private static final int FEATURES = 3;

  private final Words network = new Words();
  private final NetworkHost host =
      NetworkHost.restore(
          network, Device.cpu(), ReferenceWeights.random(network.weightShapes(), 1, 5));
  private final GradientMemory memory = new GradientMemory(host.manager());

  @AfterEach
  void free() {
    host.close();
  }

  @Test
  void ofWeightsThatAreLookedUpAndScoredBy() {
    assertEqualGradients(
        (pass, tokens) -> network.tied.crossEntropy(pass, network.read(pass, tokens), tokens, 0.1));
  }

  @Test
  void ofWeightsThatAreLookedUpOnly() {
    assertEqualGradients(
        (pass, tokens) ->
            network.dense.crossEntropy(pass, network.read(pass, tokens), tokens, 0.1));
  }

  @Test
  void ofWeightsThatAreLookedUpAndUsedOtherwise() {
    assertEqualGradients(
        (pass, tokens) ->
            network
                .dense
                .crossEntropy(pass, network.read(pass, tokens), tokens, 0)
                .add(pass.weight(network.embeddingWeight()).square().sum()));
  }

  @Test
  void ofALossThatIsOnlyAPart() {
    assertEqualGradients(
        (pass, tokens) -> {
          NDArray read = network.read(pass, tokens);
          NDArray first = network.dense.crossEntropy(pass, read, tokens, 0);
          NDArray second = network.tied.crossEntropy(pass, read.add(read), tokens, 0.1);
          // by arrays that live until the backward pass, which those of mul(number) do not
          NDManager manager = read.getManager();
          return first.mul(manager.create(0.25f)).add(second.mul(manager.create(3f)));
        });
  }

  @Test
  void ofTwoLossesByTheSameWeights() {
    assertEqualGradients(
        (pass, tokens) -> {
          NDArray read = network.read(pass, tokens);
          return network
              .tied
              .crossEntropy(pass, read, tokens, 0)
              .add(network.tied.crossEntropy(pass, read.add(read), tokens, 0));
        });
  }

  @Test
  void ofWeightsThatAreScoredByInSomeStepsOnly() {
    assertEqualGradients(
        (pass, tokens) -> network.tied.crossEntropy(pass, network.read(pass, tokens), tokens, 0),
        (pass, tokens) -> network.dense.crossEntropy(pass, network.read(pass, tokens), tokens, 0),
        (pass, tokens) -> network.tied.crossEntropy(pass, network.read(pass, tokens), tokens, 0));
  }

  /** Takes steps one after the other in the same memory, each with tokens of its own. */
  @SafeVarargs
  private void assertEqualGradients(BiFunction<Pass, NDArray, NDArray>... losses) {
    for (int step = 0; step < 3; step++) {
      BiFunction<Pass, NDArray, NDArray> loss = losses[step % losses.length];
      long[] tokens = {step, 2L * step, 6L - step, 2L * step};
      Map<String, float[]> expected = recorded(loss, tokens);
      Map<String, float[]> found = kept(loss, tokens);
      assertThat(found.keySet()).isEqualTo(expected.keySet());
      expected.forEach(
          (name, values) ->
              assertWithMessage("%s", name)
                  .that(found.get(name))
                  .usingTolerance(1e-6)
                  .containsExactly(values)
                  .inOrder());
    }
  }

  /** Returns the gradients as PyTorch records them. */
  private Map<String, float[]> recorded(BiFunction<Pass, NDArray, NDArray> loss, long... tokens) {
    try (NDManager manager = host.manager().newSubManager();
        GradMode recording = GradMode.on()) {
      Recording pass = new Recording(manager);
      NDArray scalar = loss.apply(pass, manager.create(tokens));
      assertThat(recording).isNotNull();
      JniUtils.backward((PtNDArray) scalar, (PtNDArray) scalar.onesLike(), false, false);
      Map<String, float[]> gradients = new TreeMap<>();
      pass.leaves.forEach(
          (weight, leaf) -> gradients.put(weight.getName(), leaf.getGradient().toFloatArray()));
      return gradients;
    }
  }

  /** Returns the gradients of a step. */
  private Map<String, float[]> kept(BiFunction<Pass, NDArray, NDArray> loss, long... tokens) {
    TrainingProgress progress = new TrainingProgress(TrainingOptions.builder().build(), 1);
    UpdateRule none = new SgdRule(host.manager(), 0, 0);
    try (TrainingStep step =
        new TrainingStep(
            host.manager().newSubManager(), memory, none, progress, 1, new MaskSeeds(1, 1))) {
      step.backward(loss.apply(step, step.manager().create(tokens)));
      Map<String, float[]> gradients = new TreeMap<>();
      step.gradients()
          .forEach((weight, array) -> gradients.put(weight.getName(), array.toFloatArray()));
      return gradients;
    }
  }

  /** Embeds tokens and foretells others, by the same weights and by others. */
  private static final class Words extends Network {
    final EmbeddingLayer embedding = add(new EmbeddingLayer("embedding", TOKENS, FEATURES));
    final DenseLayer tied = add(DenseLayer.tied("tied", embedding));
    final DenseLayer dense = add(new DenseLayer("dense", FEATURES, TOKENS, Activation.NONE));

    NDArray read(Pass pass, NDArray tokens) {
      NDArray one = tokens.reshape(1, -1);
      NDArray lengths = tokens.getManager().create(new float[] {tokens.size()});
      return embedding.forward(pass, TokenBatch.of(one, lengths)).values().squeeze(0);
    }

    Parameter embeddingWeight() {
      return getDirectParameters().get("embedding.weight");
    }

    @Override
    protected NDList forward(Pass pass, NDList inputs) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      return inputShapes;
    }
  }

  /** A pass that records all gradients. */
  private static final class Recording extends Pass {
    final Map<Parameter, NDArray> leaves = new LinkedHashMap<>();

    Recording(NDManager manager) {
      super(manager, Optional.of(new MaskSeeds(1, 1)));
    }

    @Override
    public NDArray weight(Parameter parameter) {
      return leaves.computeIfAbsent(
          parameter,
          weight -> {
            NDArray leaf = weight.getArray().duplicate();
            leaf.attach(manager());
            leaf.setRequiresGradient(true);
            return leaf;
          });
    }
  }
}
