package dev.rondo.processor.graph;

import dev.rondo.layer.Activation;
import dev.rondo.layer.AttentionScore;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Pooling;
import java.util.List;
import java.util.Optional;

/** What a node of the graph computes. */
public sealed interface Layer {
  /**
   * Looks each token up.
   *
   * @param tied whether the output layer has the same weights
   * @param rareDropout share of the uses of a token seen once in training in which it counts as
   *     unknown there; 0 for none
   */
  record Embedding(int size, boolean tied, double rareDropout) implements Layer {
    /** Returns the same, of an input whose rare tokens are dropped in training. */
    public Embedding rareDropout(double rate) {
      return new Embedding(size, tied, rate);
    }
  }

  /**
   * Recurrent layers of one cell, stacked.
   *
   * @param units hidden units of each layer of the stack, the first one first
   * @param dropout rate between the layers of the stack
   * @param activation TANH, or RELU for {@link Cell#RNN}
   * @param returns all steps, or only the final state
   * @param variant in what it is more than its cell
   */
  record Recurrent(
      Cell cell,
      List<Integer> units,
      Direction direction,
      double dropout,
      Activation activation,
      Returns returns,
      Variant variant)
      implements Layer {
    public Recurrent {
      units = List.copyOf(units);
    }

    /** Returns how many directions it reads in: 1 or 2. */
    public int directions() {
      return direction == Direction.BIDIRECTIONAL ? 2 : 1;
    }

    /** Returns the same, handing on something else. */
    public Recurrent with(Returns other) {
      return new Recurrent(cell, units, direction, dropout, activation, other, variant);
    }

    /** Returns the same, feeding back the output of these layers. */
    public Recurrent with(Variant.FedBack layers) {
      return new Recurrent(
          cell, units, direction, dropout, activation, returns, variant.with(layers));
    }

    /** Returns the same, fed what the attention behind it gave at the step before. */
    public Recurrent fed() {
      return new Recurrent(
          cell, units, direction, dropout, activation, returns, variant.attentionFed());
    }

    /** Returns how many features come in beside what flows in at a step. */
    public int fedFeatures() {
      return variant.fed() ? units.get(units.size() - 1) : 0;
    }
  }

  /**
   * A convolution over time.
   *
   * @param pool of how many steps behind the stride the largest values are kept
   */
  record Convolution(int filters, int kernel, int stride, int pool, Activation activation)
      implements Layer {
    /** Returns whether there are as many steps behind it as before it. */
    public boolean keepsSteps() {
      return stride == 1 && pool == 1;
    }
  }

  /**
   * A convolution over the pictures that the steps are, of each by itself.
   *
   * @param pool of squares of how many behind the stride the largest values are kept
   */
  record PictureConvolution(int filters, int kernel, int stride, int pool, Activation activation)
      implements Layer {
    /** Returns what a convolution is where its input is pictures. */
    public static PictureConvolution of(Convolution written) {
      return new PictureConvolution(
          written.filters(),
          written.kernel(),
          written.stride(),
          written.pool(),
          written.activation());
    }
  }

  /** A fully connected layer; the one of an output has no activation. */
  record Dense(Units units, Activation activation) implements Layer {}

  /**
   * Decides the tags of a sequence together; the scores of the tags flow through it as they are.
   *
   * @param output whose tags these are
   */
  record Crf(String output) implements Layer {}

  /** Drops values in training. */
  record Dropout(double rate) implements Layer {}

  /** Brings the features to mean 0 and variance 1, then scales and shifts them. */
  record LayerNorm() implements Layer {}

  /** Brings each feature to mean 0 and variance 1 over the batch, then scales and shifts it. */
  record BatchNorm() implements Layer {}

  /** Makes one vector of a sequence. */
  record Pool(Pooling kind) implements Layer {}

  /**
   * Looks at all steps of the encoder from each step of the decoder.
   *
   * @param inputFeeding whether what it gives goes into the recurrent layer before it at the next
   *     step
   */
  record Attention(AttentionScore score, boolean inputFeeding) implements Layer {}

  /**
   * Joins what flows in: vectors side by side, sequences step by step, and a vector that meets a
   * sequence at each of its steps.
   *
   * @param names what errors call what flows in, in order
   * @param steps whether sequences may flow in; without, each of them was made one vector before
   */
  record Join(List<String> names, boolean steps) implements Layer {
    public Join {
      names = List.copyOf(names);
    }
  }

  /**
   * The final state of the recurrent layer before it, whose steps others need: the last step, the
   * first one of a layer that reads backward, and of one that reads both ways the last of the
   * forward half and the first of the backward half.
   *
   * @param direction of that recurrent layer
   */
  record FinalState(Direction direction) implements Layer {}

  /**
   * Puts the vector of each inner sequence at the step that this sequence is in: where layers end
   * that read what is inside of steps.
   *
   * @param input whose steps they are
   */
  record EachStep(String input) implements Layer {}

  /** What a recurrent layer hands on. */
  enum Returns {
    /** Its output at every step. */
    STEPS,
    /** Its last output, of both directions where it has two. */
    FINAL_STATE
  }

  /** How many features a dense layer computes. */
  sealed interface Units {
    /** As many as written. */
    record Written(int count) implements Units {}

    /**
     * As many as an output needs; this is the last layer of that output.
     *
     * @param tied the embedding whose weights it has; absent for weights of its own
     */
    record OfOutput(String output, Optional<Tied> tied) implements Units {
      /** Returns the units of a layer with weights of its own. */
      public static OfOutput of(String output) {
        return new OfOutput(output, Optional.empty());
      }
    }

    /**
     * An embedding that an output layer shares its weights with.
     *
     * @param embedding the id of its node
     * @param size features of a token's vector
     */
    record Tied(String embedding, int size) {}
  }
}
