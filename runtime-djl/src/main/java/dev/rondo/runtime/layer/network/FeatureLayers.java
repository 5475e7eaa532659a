package dev.rondo.runtime.layer.network;

import ai.djl.ndarray.NDManager;
import dev.rondo.runtime.cell.JavaDense;
import dev.rondo.runtime.kernel.CellWeights;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.RecurrentStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The layers of a network of step features that one kernel, or plain Java, can step: what is read
 * of each input side by side, recurrent layers that read forward, and for each head dense layers on
 * the output of the highest. Dropout may stand between them.
 *
 * <pre>{@code
 * FeatureLayers.reading()
 *     .features(0)
 *     .embedding(0, 0, channelEmbedding)
 *     .recurrent(gru)
 *     .head(queueDense)
 *     .head(hoursHidden, hoursDense)
 *     .build()
 * }</pre>
 */
public final class FeatureLayers {
  private final List<Part> parts;
  private final List<RecurrentStack> recurrent;
  private final List<List<DenseLayer>> heads;

  /**
   * What is read of a step.
   *
   * @param input its number, from 0
   * @param column of symbols; -1 for the features
   * @param embedding of the symbols; null for the features
   */
  record Part(int input, int column, @Nullable EmbeddingLayer embedding) {}

  private FeatureLayers(Builder builder) {
    parts = List.copyOf(builder.parts);
    recurrent = List.copyOf(builder.recurrent);
    heads = List.copyOf(builder.heads);
  }

  /** Returns a builder without layers. */
  public static Builder reading() {
    return new Builder();
  }

  /**
   * Prepares the steps with the weights as they are now: in plain Java where they are few, else by
   * the kernel.
   *
   * @return to be closed by the caller
   */
  public FeatureSteps steps(NDManager manager) {
    List<CellWeights> cells = new ArrayList<>();
    recurrent.forEach(layer -> cells.addAll(layer.cells()));
    List<FeatureSteps.Source> sources = new ArrayList<>();
    for (Part part : parts) {
      EmbeddingLayer embedding = part.embedding();
      sources.add(
          new FeatureSteps.Source(
              part.input(),
              part.column(),
              embedding == null ? new float[0] : embedding.weight().getArray().toFloatArray(),
              embedding == null ? 0 : embedding.vocabulary()));
    }
    if (heads.size() == 1) {
      return new FeatureSteps(sources, StepsBySize.of(manager, cells, heads.get(0)), List.of());
    }
    List<List<JavaDense>> dense = new ArrayList<>();
    heads.forEach(head -> dense.add(head.stream().map(DenseLayer::inJava).toList()));
    return new FeatureSteps(sources, StepsBySize.of(manager, cells, List.of()), dense);
  }

  /** Puts the layers together. */
  public static final class Builder {
    private final List<Part> parts = new ArrayList<>();
    private final List<RecurrentStack> recurrent = new ArrayList<>();
    private final List<List<DenseLayer>> heads = new ArrayList<>();

    private Builder() {}

    /** Reads the features of an input, behind what is read already. */
    public Builder features(int input) {
      parts.add(new Part(input, -1, null));
      return this;
    }

    /** Reads the vectors of a column of symbols of an input, behind what is read already. */
    public Builder embedding(int input, int column, EmbeddingLayer embedding) {
      parts.add(new Part(input, column, embedding));
      return this;
    }

    /** Adds a recurrent layer on top. */
    public Builder recurrent(RecurrentStack layer) {
      recurrent.add(layer);
      return this;
    }

    /** Adds a head: dense layers on the output of the highest recurrent layer, from the lowest. */
    public Builder head(DenseLayer... dense) {
      heads.add(List.of(dense));
      return this;
    }

    /**
     * Returns the layers; empty if nothing is read, if there is no recurrent layer or one that no
     * kernel steps, or if one of several heads has an activation that only the engine computes.
     */
    public Optional<FeatureLayers> build() {
      boolean stepped =
          !parts.isEmpty()
              && !recurrent.isEmpty()
              && !heads.isEmpty()
              && recurrent.stream().allMatch(layer -> layer.hasSteps());
      boolean plain =
          heads.size() == 1 || heads.stream().flatMap(List::stream).allMatch(DenseLayer::isForJava);
      return stepped && plain ? Optional.of(new FeatureLayers(this)) : Optional.empty();
    }
  }
}
