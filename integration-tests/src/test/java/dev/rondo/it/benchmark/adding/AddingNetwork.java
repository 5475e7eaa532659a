package dev.rondo.it.benchmark.adding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.rondo.it.benchmark.peer.Cell;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.GruLayer;
import dev.rondo.runtime.layer.LstmLayer;
import dev.rondo.runtime.layer.Network;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.RecurrentStack;
import dev.rondo.runtime.layer.RnnLayer;
import dev.rondo.runtime.layer.Sequences;

/** One recurrent layer, and a number from its final state. */
final class AddingNetwork extends Network {
  private final RecurrentStack recurrent;
  private final DenseLayer dense;

  AddingNetwork(Cell cell, int units) {
    int[] layer = {units};
    int inputs = AddingProblem.FEATURES;
    Direction direction = Direction.FORWARD;
    recurrent =
        switch (cell) {
          case LSTM -> add(new LstmLayer("recurrent", inputs, layer, direction, 0));
          case GRU -> add(new GruLayer("recurrent", inputs, layer, direction, 0));
          case RNN -> add(new RnnLayer("recurrent", inputs, layer, direction, 0, Activation.TANH));
        };
    dense = add(new DenseLayer("dense", units, 1, Activation.NONE));
  }

  /** Returns the mean squared error of a batch: a scalar. */
  NDArray loss(Pass pass, Batch<float[], Float> batch) {
    int size = batch.size();
    float[] flat = new float[size * batch.maxLength() * AddingProblem.FEATURES];
    float[] sums = new float[size];
    for (int row = 0; row < size; row++) {
      float[] steps = batch.inputs().get(row);
      System.arraycopy(steps, 0, flat, row * steps.length, steps.length);
      sums[row] = batch.expected().get(row);
    }
    Shape shape = new Shape(size, batch.maxLength(), AddingProblem.FEATURES);
    NDArray answers = forward(pass, pass.manager().create(flat, shape));
    return answers.sub(pass.manager().create(sums, new Shape(size, 1))).square().mean();
  }

  private NDArray forward(Pass pass, NDArray steps) {
    return dense.forward(pass, recurrent.finalState(pass, Sequences.of(steps)));
  }

  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(forward(pass, inputs.get(0)));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), 1)};
  }
}
