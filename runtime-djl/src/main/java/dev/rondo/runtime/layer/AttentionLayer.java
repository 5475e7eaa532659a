package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.rondo.layer.AttentionScore;
import dev.rondo.runtime.kernel.Attention;
import dev.rondo.runtime.kernel.FeedingLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets each step of a decoder look at the steps of the encoder (Bahdanau, Cho and Bengio 2015,
 * "Neural machine translation by jointly learning to align and translate"), in the form of Luong,
 * Pham and Manning 2015, "Effective approaches to attention-based neural machine translation": the
 * decoder's state {@code h} is compared with all steps {@code m} of the memory, and joined with
 * their mean:
 *
 * <pre>
 * a = softmax(score(h, m_s))      c = Σ a_s m_s      h~ = tanh(W [c; h])
 * </pre>
 *
 * <p>Weights: {@code output.weight} W (units, memory + units); the score's {@code key.weight}
 * (units, memory) of GENERAL and ADDITIVE, {@code query.weight} (units, units) and {@code
 * energy.weight} (1, units) of ADDITIVE. Padding weighs exactly 0.
 */
public final class AttentionLayer extends Layer {
  private final AttentionScore score;
  private final int features;
  private final int units;
  private final Parameter output;
  private final List<Parameter> scoring = new ArrayList<>();

  /** Starts a layer of a name, which its weights have, too. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The options of the layer. */
  public static final class Builder {
    private final String name;
    private int memory;
    private int units;
    private AttentionScore score = AttentionScore.GENERAL;

    private Builder(String name) {
      this.name = name;
    }

    /** Sets the features of a step of the encoder. Required. */
    public Builder setMemory(int features) {
      memory = features;
      return this;
    }

    /** Sets the features of a step of the decoder, and of what goes out. Required. */
    public Builder setUnits(int features) {
      units = features;
      return this;
    }

    /** Sets how steps are compared; {@link AttentionScore#GENERAL} by default. */
    public Builder optScore(AttentionScore function) {
      score = function;
      return this;
    }

    /**
     * Creates the layer.
     *
     * @throws IllegalArgumentException if a size is below 1 or was not set, or the score is DOT and
     *     the sizes differ
     */
    public AttentionLayer build() {
      return new AttentionLayer(name, score, memory, units);
    }
  }

  /**
   * Creates the layer.
   *
   * @param memory features of a step of the encoder
   * @param units features of a step of the decoder, and of what goes out
   * @throws IllegalArgumentException if a size is below 1, or the score is DOT and they differ
   */
  public AttentionLayer(String name, AttentionScore score, int memory, int units) {
    super(name);
    this.score = score;
    this.features = atLeastOne(memory, "memory");
    this.units = atLeastOne(units, "units");
    if (score == AttentionScore.DOT && memory != units) {
      throw new IllegalArgumentException(
          "layer \"%s\" compares by DOT, which takes a memory as wide as the decoder: expected %s features, found %s"
              .formatted(name, units, memory));
    }
    if (score != AttentionScore.DOT) {
      scoring.add(addWeight("key.weight", Initializer.xavier(1), units, memory));
    }
    if (score == AttentionScore.ADDITIVE) {
      scoring.add(addWeight("query.weight", Initializer.xavier(1), units, units));
      scoring.add(addWeight("energy.weight", Initializer.xavier(1), 1, units));
    }
    output = addWeight("output.weight", Initializer.xavier(1), units, Math.addExact(memory, units));
  }

  /** Returns the features that go out. */
  public int units() {
    return units;
  }

  /**
   * Prepares the encoder's steps; once for each batch of sources.
   *
   * @param steps (batch, time, memory)
   * @throws IllegalArgumentException if they have another number of features
   */
  public AttentionMemory read(Pass pass, Sequences steps) {
    check(steps.values(), features, "a memory");
    Optional<NDArray> padding = Optional.empty();
    if (steps.lengths().padded()) {
      NDArray below = steps.lengths().farBelow();
      padding = Optional.of(below.transpose(0, 2, 1));
    }
    return new AttentionMemory(kernel(pass).read(steps.values(), padding));
  }

  /**
   * Returns h~ for all steps at once: (batch, steps, units) to (batch, steps, units).
   *
   * @param encoding of the same batch
   * @throws IllegalArgumentException if the steps have another number of features, or the encoding
   *     is of another batch
   * @throws IllegalStateException if the encoding has no memory
   */
  public Sequences forward(Pass pass, Sequences steps, Encoding encoding) {
    check(steps.values(), units, "a decoder");
    Attention.Memory memory = memory(encoding);
    if (encoding.keepsWeights()) {
      encoding.keep(kernel(pass).weigh(steps.values(), memory));
    }
    return steps.with(kernel(pass).attend(steps.values(), memory));
  }

  /**
   * Runs recurrent layers with input feeding (Luong et al. 2015, section 3.3): at each step their
   * lowest gets {@code [x; h~]}, where h~ is what this layer gave at the step before, zeros before
   * the first. It runs step by step.
   *
   * @param embedded x (batch, steps, features)
   * @param stack directly below this layer; takes features + units, gives units
   * @param state is read, and becomes that after the last step
   * @return h~ (batch, steps, units)
   * @throws IllegalArgumentException if sizes do not fit, or the encoding or the state is of
   *     another batch
   * @throws IllegalStateException if the encoding has no memory, or the layers also read backward
   */
  public Sequences feed(
      Pass pass, Sequences embedded, RecurrentStack stack, Encoding encoding, StreamState state) {
    int inputs = Math.toIntExact(embedded.values().getShape().get(2)) + units;
    int outputs = stack.outputs(stack.layers() - 1);
    if (stack.inputs() != inputs || outputs != units) {
      throw new IllegalArgumentException(
          "layer \"%s\" feeds layer \"%s\", which then has to take %s features and give %s, found %s and %s"
              .formatted(name(), stack.name(), inputs, units, stack.inputs(), outputs));
    }
    FeedingLoop loop = stack.feeding(pass, kernel(pass), embedded.values());
    Lengths lengths = embedded.lengths();
    boolean silenced = lengths.padded() && !stack.bounded();
    FeedingLoop.Result result =
        loop.run(
            embedded.values(),
            memory(encoding),
            state.of(stack.name()),
            state.of(name()).stream().findFirst(),
            silenced ? Optional.of(lengths.mask()) : Optional.empty());
    if (encoding.keepsWeights()) {
      encoding.keep(result.shares());
    }
    state.put(stack.name(), result.state());
    state.put(name(), new NDList(result.fed()));
    return embedded.with(result.outputs());
  }

  /**
   * Returns how much each step of the source weighs at each step of the decoder: (batch, steps,
   * time). Each row sums to 1; padding of the source weighs exactly 0.
   *
   * @param steps what {@link #forward} is given, (batch, steps, units)
   */
  public NDArray weights(Pass pass, Sequences steps, Encoding encoding) {
    check(steps.values(), units, "a decoder");
    return kernel(pass).weigh(steps.values(), memory(encoding));
  }

  private Attention.Memory memory(Encoding encoding) {
    return encoding
        .memory()
        .orElseThrow(
            () -> new IllegalStateException("layer \"" + name() + "\" was given no memory to read"))
        .arrays();
  }

  /** Returns the equations with the weights that stand for this layer's in a pass. */
  private Attention kernel(Pass pass) {
    return new Attention(score, pass.weight(output), scoring.stream().map(pass::weight).toList());
  }

  /** Returns the equations with the layer's own arrays. */
  public Attention equations() {
    return new Attention(
        score, output.getArray(), scoring.stream().map(Parameter::getArray).toList());
  }

  private void check(NDArray steps, int expected, String whose) {
    Shape shape = steps.getShape();
    if (shape.dimension() != 3 || shape.get(2) != expected) {
      throw new IllegalArgumentException(
          "layer \"%s\" takes steps of %s with %s features, found %s"
              .formatted(name(), whose, expected, shape.get(shape.dimension() - 1)));
    }
  }
}
