package dev.rondo.runtime.plan;

import dev.rondo.layer.Activation;
import dev.rondo.layer.Pooling;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link Plan} computes at one place. Weights are named as in a model file and have
 * PyTorch's layout. Values are sequences (batch, time, features), each with the lengths of an
 * input; vectors (batch, features); or the real steps of sequences, (steps, features).
 */
public sealed interface Operator {
  /** Returns the names of the weights, in PyTorch's order. */
  default List<String> weights() {
    return List.of();
  }

  /** Token numbers of an input, or a column of its symbols: (batch, time), or (batch). */
  record Symbols(int input, int column) implements Operator {}

  /** The features of an input: (batch, time, width), or (batch, width). */
  record Features(int input) implements Operator {}

  /**
   * The row of a weight for each number.
   *
   * @param weight (rows, features)
   */
  record Rows(String weight) implements Operator {
    @Override
    public List<String> weights() {
      return List.of(weight);
    }
  }

  /** The recurrences that there are; gates in PyTorch's order. */
  enum Recurrence {
    /** Long short-term memory: i, f, g, o. */
    LSTM,
    /** Gated recurrent unit, reset after the product: r, z, n. */
    GRU,
    /** Simple recurrent network with tanh. */
    TANH,
    /** Simple recurrent network with relu. */
    RELU
  }

  /**
   * One recurrent layer in the order of the steps: sequences to sequences of its outputs. What it
   * gives at the padding means nothing.
   *
   * @param inputs features of a step
   * @param units features that it gives
   * @param inputWeight w_ih (gates · units, inputs)
   * @param hiddenWeight w_hh (gates · units, units)
   * @param inputBias b_ih (gates · units)
   * @param hiddenBias b_hh (gates · units)
   * @param initial h and, of an LSTM, c before the first step, (units) each; empty for zeros
   */
  record Recurrent(
      Recurrence recurrence,
      int inputs,
      int units,
      String inputWeight,
      String hiddenWeight,
      String inputBias,
      String hiddenBias,
      List<String> initial)
      implements Operator {
    public Recurrent {
      initial = List.copyOf(initial);
    }

    @Override
    public List<String> weights() {
      List<String> all = new ArrayList<>(List.of(inputWeight, hiddenWeight, inputBias, hiddenBias));
      all.addAll(initial);
      return List.copyOf(all);
    }
  }

  /** Turns the real steps of each sequence round. */
  record Reverse() implements Operator {}

  /** The last real step of each sequence, a vector. */
  record Last() implements Operator {}

  /** The first step of each sequence, a vector. */
  record First() implements Operator {}

  /** The real steps of all sequences, row after row. */
  record Real() implements Operator {}

  /** Values side by side; vectors beside sequences are repeated at each step. */
  record Join() implements Operator {}

  /** The features from one number to before another. */
  record Slice(int from, int to) implements Operator {}

  /** The sum of two values. */
  record Add() implements Operator {}

  /**
   * A fully connected layer, {@code activation(W x + b)}.
   *
   * @param inputs features that come in
   * @param units features that go out
   * @param weight W (units, inputs)
   * @param bias b (units)
   */
  record Dense(int inputs, int units, String weight, String bias, Activation activation)
      implements Operator {
    @Override
    public List<String> weights() {
      return List.of(weight, bias);
    }
  }

  /**
   * Layer normalization of the features.
   *
   * @param epsilon added to the variance
   */
  record LayerNorm(String weight, String bias, double epsilon) implements Operator {
    @Override
    public List<String> weights() {
      return List.of(weight, bias);
    }
  }

  /**
   * One vector of the real steps of each sequence.
   *
   * @param kind mean or maximum
   */
  record Pool(Pooling kind) implements Operator {}

  /**
   * The mean of the real steps weighted by {@code softmax(query · tanh(W x + b))}.
   *
   * @param weight W (features, features)
   * @param bias b (features)
   * @param query (1, features)
   */
  record AttentionPool(String weight, String bias, String query) implements Operator {
    @Override
    public List<String> weights() {
      return List.of(weight, bias, query);
    }
  }
}
