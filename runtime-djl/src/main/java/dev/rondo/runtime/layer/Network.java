package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/**
 * A network: the base of every generated one, and a block of DJL.
 *
 * <p>The generated class has a field for each {@link Layer} and a typed {@code forward} that calls
 * them one after the other. As a DJL block it has all weights as direct parameters, under their
 * PyTorch names.
 */
public abstract class Network extends AbstractBlock {
  private final List<Layer> layers = new ArrayList<>();
  private final Map<String, Reads> reads = new LinkedHashMap<>();

  /**
   * Adds a layer with its weights; called by constructors.
   *
   * @throws IllegalArgumentException if another layer has this name: their weights would be one
   */
  protected final <L extends Layer> L add(L layer) {
    for (Layer other : layers) {
      if (other.name().equals(layer.name())) {
        throw new IllegalArgumentException("two layers are called \"" + layer.name() + "\"");
      }
    }
    layers.add(layer);
    layer.weights().forEach(this::addParameter);
    return layer;
  }

  /** Returns the layer that was added last. */
  protected final Layer lastLayer() {
    return layers.get(layers.size() - 1);
  }

  /**
   * Says what the columns of a layer's weights stand for, where features of inputs are among them;
   * called by constructors.
   */
  protected final void reads(Layer layer, Reads what) {
    reads.put(layer.name(), what);
  }

  /**
   * Runs the network on arrays of DJL.
   *
   * @param inputs for each input its tokens (batch, time) and its lengths (batch)
   * @return one array for each output
   */
  protected abstract NDList forward(Pass pass, NDList inputs);

  @Override
  protected final NDList forwardInternal(
      ParameterStore parameterStore,
      NDList inputs,
      boolean training,
      PairList<String, Object> params) {
    NDManager manager = inputs.head().getManager();
    Pass pass =
        new Pass(manager, training ? Optional.of(MaskSeeds.ofProcess(manager)) : Optional.empty()) {
          @Override
          public NDArray weight(Parameter parameter) {
            return parameterStore.getValue(parameter, manager.getDevice(), training);
          }
        };
    return forward(pass, inputs);
  }

  /**
   * Returns what tells this model from others, a part of it a line: a training goes on from a
   * checkpoint only if it is equal. By default the name of the class; a generated network gives its
   * signature.
   */
  public String modelDescription() {
    return getClass().getName();
  }

  /** Returns the shape of each weight by name, in order. */
  public final Map<String, long[]> weightShapes() {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    forEachWeight((weight, start) -> shapes.put(weight.getName(), start.shape()));
    return shapes;
  }

  /**
   * Returns the name of the codec whose entries the rows of a weight stand for, by the weight's
   * name: tokens of an embedding, classes of an output. Others have no such rows.
   */
  public final Map<String, String> rowsOf() {
    Map<String, String> rows = new LinkedHashMap<>();
    for (Layer layer : layers) {
      layer
          .rowsOf()
          .ifPresent(codec -> layer.weights().forEach(weight -> rows.put(weight.getName(), codec)));
    }
    return rows;
  }

  /**
   * Returns the weights that hold a vector for each token or symbol, by name: each with the name of
   * the codec whose entries its rows stand for.
   */
  public final Map<String, String> embeddings() {
    Map<String, String> tables = new LinkedHashMap<>();
    for (Layer layer : layers) {
      if (layer instanceof EmbeddingLayer) {
        layer
            .rowsOf()
            .ifPresent(
                codec -> layer.weights().forEach(weight -> tables.put(weight.getName(), codec)));
      }
    }
    return tables;
  }

  /**
   * Returns what the columns of a weight stand for, by the weight's name, where features of inputs
   * are among them.
   */
  public final Map<String, Reads> columnsOf() {
    Map<String, Reads> columns = new LinkedHashMap<>();
    for (Layer layer : layers) {
      Reads read = reads.get(layer.name());
      if (read != null) {
        layer.weights().stream()
            .map(Parameter::getName)
            .filter(weight -> weight.matches(".*\\.weight(_ih_l0(_reverse)?)?"))
            .forEach(weight -> columns.put(weight, read));
      }
    }
    return columns;
  }

  /**
   * Returns the shares of values dropped in training: {@code lstm.dropout}, {@code dropout.rate}.
   */
  public final Map<String, Double> dropoutRates() {
    Map<String, Double> rates = new LinkedHashMap<>();
    for (Layer layer : layers) {
      layer
          .dropoutRates()
          .forEach((setting, rate) -> rates.put(layer.name() + "." + setting, rate));
    }
    return rates;
  }

  /**
   * Returns how many steps behind the first all layers read, one on top of the other, before they
   * give one.
   */
  public final int lookahead() {
    int steps = 0;
    int every = 1;
    for (Layer layer : layers) {
      steps = Math.addExact(steps, Math.multiplyExact(every, layer.lookahead()));
      every = Math.multiplyExact(every, layer.every());
    }
    return steps;
  }

  /** Returns how many steps there are to one that all layers leave, one on top of the other. */
  public final int every() {
    return layers.stream().mapToInt(Layer::every).reduce(1, Math::multiplyExact);
  }

  /** Returns why no operators of plans compute the layers, naming the first; empty if some do. */
  final Optional<String> notPlanned() {
    return layers.stream()
        .flatMap(
            layer ->
                layer.notPlanned().stream()
                    .map(why -> "layer \"%s\" goes by itself: %s".formatted(layer.name(), why)))
        .findFirst();
  }

  /** Returns how many products of two numbers a step of a sequence takes, about. */
  final long products() {
    return layers.stream().mapToLong(Layer::products).sum();
  }

  /**
   * Returns new weights for training to start with. Each depends on its name and the seed alone, so
   * that adding a layer leaves the others as they were.
   *
   * @param before is told the name and the shape of each
   */
  final Weights newWeights(long seed, BiConsumer<String, long[]> before) {
    Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
    // a SplittableRandom counts up from its seed in fixed steps: seeds that are not mixed first can
    // give the same numbers, only shifted
    long mixed = new SplittableRandom(seed).nextLong();
    forEachWeight(
        (weight, start) -> {
          String name = weight.getName();
          before.accept(name, start.shape());
          SplittableRandom random = new SplittableRandom(mixed + name.hashCode());
          tensors.put(name, new Weights.Tensor(start.shape(), start.values(random)));
        });
    return new Weights(tensors);
  }

  private void forEachWeight(BiConsumer<Parameter, Layer.Start> action) {
    for (Layer layer : layers) {
      for (Parameter weight : layer.weights()) {
        action.accept(weight, layer.start(weight));
      }
    }
  }
}
