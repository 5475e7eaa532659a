package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.kernel.DropoutMask;
import dev.rondo.runtime.reference.ReferenceJordan;
import dev.rondo.runtime.reference.ReferenceLayers;
import dev.rondo.runtime.reference.ReferenceStack;
import dev.rondo.runtime.train.Gradients;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A recurrent layer under test that is more than its plain cell, with its equations. */
abstract class Variant {
  static final int INPUTS = 3;
  static final String STEPS = "steps ";
  static final String END = "end ";
  private static final double RATE = 0.4;

  private final String description;
  private final double rate;

  /** The masks of recurrent dropout, (batch, features) for each layer and direction. */
  private final Map<String, float[]> masks = new LinkedHashMap<>();

  private Variant(String description, double rate) {
    this.description = description;
    this.rate = rate;
  }

  /** The layer called {@code rnn}, and those it needs behind it. */
  abstract List<Layer> layers();

  abstract int width();

  abstract Sequences steps(Pass pass, Sequences sequences);

  abstract NDArray finalState(Pass pass, Sequences sequences);

  /** The features of each mask in the order in which they are drawn. */
  abstract Map<String, Integer> maskSizes();

  abstract double[][] steps(Map<String, double[]> weights, double[][] inputs, int row);

  abstract double[] finalState(Map<String, double[]> weights, double[][] inputs, int row);

  /** Draws the masks that a step of {@link Gradients} draws for the steps, then for the end. */
  void drawMasks(Pass pass, int batch) {
    MaskSeeds seeds = new MaskSeeds(Gradients.SEED, Gradients.STEP);
    NDArray like = pass.manager().zeros(new Shape());
    for (String use : List.of(STEPS, END)) {
      maskSizes()
          .forEach(
              (suffix, size) -> {
                Shape shape = new Shape(batch, size);
                int seed = seeds.next(place(suffix) + ".recurrent");
                masks.put(use + suffix, DropoutMask.draw(like, shape, rate, seed).toFloatArray());
              });
    }
  }

  /** Returns what a mask is called. */
  abstract String place(String suffix);

  double[] mask(String suffix, int size, int row) {
    float[] all = masks.get(suffix);
    double[] mask = new double[size];
    for (int i = 0; i < size; i++) {
      mask[i] = all == null ? 1 : all[row * size + i];
    }
    return mask;
  }

  @Override
  public String toString() {
    return description;
  }

  static List<Variant> all() {
    List<Variant> all = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      for (int[] units : List.of(new int[] {4}, new int[] {3, 3}, new int[] {5, 2, 2})) {
        for (Cell cell : Cell.values()) {
          all.add(new Stack(cell, units, direction, false, false, false, RATE));
          all.add(new Stack(cell, units, direction, false, false, true, 0));
        }
        all.add(new Stack(Cell.LSTM, units, direction, true, false, false, 0));
        all.add(new Stack(Cell.LSTM, units, direction, true, false, true, RATE));
      }
      int same = direction == Direction.BIDIRECTIONAL ? 4 : 3;
      for (Cell cell : Cell.values()) {
        all.add(new Stack(cell, new int[] {same, same, same}, direction, false, true, false, 0));
        all.add(new Stack(cell, new int[] {same, same}, direction, false, true, true, 0));
      }
      all.add(new Stack(Cell.GRU, new int[] {2, 2}, direction, false, true, true, RATE));
      all.add(new Stack(Cell.LSTM, new int[] {2, 2}, direction, true, true, false, RATE));
    }
    for (Direction direction : List.of(Direction.FORWARD, Direction.BACKWARD)) {
      for (Activation activation : List.of(Activation.TANH, Activation.RELU)) {
        all.add(new Jordan(activation, 4, direction, false, 1, Activation.NONE, 0));
        all.add(new Jordan(activation, 3, direction, true, 1, Activation.NONE, RATE));
        all.add(new Jordan(activation, 4, direction, false, 3, Activation.SIGMOID, RATE));
      }
    }
    for (Activation hidden : Activation.values()) {
      all.add(new Jordan(Activation.TANH, 2, Direction.FORWARD, false, 2, hidden, 0));
    }
    return all;
  }

  /** A stack of a cell. */
  private static final class Stack extends Variant {
    private final Cell cell;
    private final int[] units;
    private final Direction direction;
    private final boolean residual;
    private final RecurrentStack layer;

    Stack(
        Cell cell,
        int[] units,
        Direction direction,
        boolean peephole,
        boolean residual,
        boolean learned,
        double rate) {
      super(
          "%s %s %s%s%s%s%s"
              .formatted(
                  cell,
                  Arrays.toString(units),
                  direction,
                  peephole ? " peephole" : "",
                  residual ? " residual" : "",
                  learned ? " learned start" : "",
                  rate > 0 ? " dropout" : ""),
          rate);
      this.cell = cell;
      this.units = units;
      this.direction = direction;
      this.residual = residual;
      layer = cell.layer(INPUTS, units, direction).recurrentDropout(rate);
      if (peephole && layer instanceof LstmLayer lstm) {
        lstm.peephole();
      }
      if (residual) {
        layer.residual();
      }
      if (learned) {
        layer.learnedInitialState();
      }
    }

    @Override
    List<Layer> layers() {
      return List.of(layer);
    }

    @Override
    int width() {
      return units[units.length - 1] * (direction == Direction.BIDIRECTIONAL ? 2 : 1);
    }

    @Override
    Sequences steps(Pass pass, Sequences sequences) {
      return layer.forward(pass, sequences);
    }

    @Override
    NDArray finalState(Pass pass, Sequences sequences) {
      return layer.finalState(pass, sequences);
    }

    @Override
    Map<String, Integer> maskSizes() {
      Map<String, Integer> sizes = new LinkedHashMap<>();
      for (int k = 0; k < units.length; k++) {
        if (direction != Direction.BACKWARD) {
          sizes.put("l" + k, units[k]);
        }
        if (direction != Direction.FORWARD) {
          sizes.put("l" + k + "_reverse", units[k]);
        }
      }
      return sizes;
    }

    @Override
    String place(String suffix) {
      return "rnn_" + suffix;
    }

    private ReferenceStack reference(String use, Map<String, double[]> weights, int row) {
      return new ReferenceStack(
          cell.equations(),
          "rnn",
          units.length,
          direction,
          weights,
          residual,
          (suffix, size) -> mask(use + suffix, size, row));
    }

    @Override
    double[][] steps(Map<String, double[]> weights, double[][] inputs, int row) {
      return reference(STEPS, weights, row).steps(inputs);
    }

    @Override
    double[] finalState(Map<String, double[]> weights, double[][] inputs, int row) {
      return reference(END, weights, row).finalState(inputs);
    }
  }

  /** A Jordan network with dense layers behind it. */
  private static final class Jordan extends Variant {
    private static final int OUTPUTS = 2;

    private final Activation activation;
    private final Direction direction;
    private final boolean residual;
    private final Activation hidden;
    private final JordanLayer layer;
    private final DenseLayer[] dense;

    Jordan(
        Activation activation,
        int units,
        Direction direction,
        boolean residual,
        int denseLayers,
        Activation hidden,
        double rate) {
      super(
          "Jordan %s %s %s %s %s%s%s"
              .formatted(
                  activation,
                  units,
                  direction,
                  denseLayers,
                  hidden,
                  residual ? " residual" : "",
                  rate > 0 ? " dropout" : ""),
          rate);
      this.activation = activation;
      this.direction = direction;
      this.residual = residual;
      this.hidden = hidden;
      JordanLayer.Builder builder =
          JordanLayer.builder("rnn")
              .setInputs(INPUTS)
              .setUnits(units)
              .setOutputs(OUTPUTS)
              .optDirection(direction)
              .optActivation(activation)
              .optRecurrentDropout(rate);
      layer = (residual ? builder.optResidual() : builder).build();
      dense = new DenseLayer[denseLayers];
      for (int k = 0; k < denseLayers; k++) {
        boolean last = k == denseLayers - 1;
        dense[k] =
            DenseLayer.builder("dense" + k)
                .setInputs(k == 0 ? units : 3)
                .setUnits(last ? OUTPUTS : 3)
                .optActivation(last ? Activation.NONE : hidden)
                .build();
      }
    }

    @Override
    List<Layer> layers() {
      List<Layer> layers = new ArrayList<>(List.of(layer));
      layers.addAll(List.of(dense));
      return layers;
    }

    @Override
    int width() {
      return OUTPUTS;
    }

    @Override
    Sequences steps(Pass pass, Sequences sequences) {
      Sequences values = layer.forward(pass, sequences, dense);
      for (DenseLayer behind : dense) {
        values = behind.forward(pass, values);
      }
      return values;
    }

    @Override
    NDArray finalState(Pass pass, Sequences sequences) {
      NDArray values = layer.finalState(pass, sequences, dense);
      for (DenseLayer behind : dense) {
        values = behind.forward(pass, values);
      }
      return values;
    }

    @Override
    Map<String, Integer> maskSizes() {
      return Map.of("l0", OUTPUTS);
    }

    @Override
    double[][] steps(Map<String, double[]> weights, double[][] inputs, int row) {
      double[][] states = reference(weights).steps(inputs, mask(STEPS + "l0", OUTPUTS, row));
      for (int t = 0; t < states.length; t++) {
        states[t] = behind(weights, states[t]);
      }
      return states;
    }

    @Override
    double[] finalState(Map<String, double[]> weights, double[][] inputs, int row) {
      return behind(weights, reference(weights).finalState(inputs, mask(END + "l0", OUTPUTS, row)));
    }

    @Override
    String place(String suffix) {
      return "rnn";
    }

    private ReferenceJordan reference(Map<String, double[]> weights) {
      return new ReferenceJordan(activation, "rnn", direction, residual, names(), hidden, weights);
    }

    private double[] behind(Map<String, double[]> weights, double[] state) {
      double[] values = state;
      for (int k = 0; k < dense.length; k++) {
        Activation own = k == dense.length - 1 ? Activation.NONE : hidden;
        values = ReferenceLayers.dense(weights, "dense" + k, own, values);
      }
      return values;
    }

    private List<String> names() {
      return IntStream.range(0, dense.length).mapToObj(k -> "dense" + k).toList();
    }
  }
}
