package dev.rondo.runtime.session;

import dev.rondo.runtime.anomaly.CarriedNetwork;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.StepEncoding;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Prepared;
import dev.rondo.runtime.layer.network.StepNetwork;
import dev.rondo.runtime.store.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sessions of a predictor that reads records and numbers: what {@link Sessions} is for tokens.
 * Safe for use by many threads.
 *
 * <p>Where a kernel can step the layers it does, else each step is a pass.
 */
public final class StepSessions implements CarriedNetwork {
  private final Signature signature;
  private final List<StepInput> inputs;
  private final StepReader reader;
  private final Prepared<byte[]> fingerprint;

  /**
   * Creates the sessions of a network in memory; nothing is prepared before the first is started.
   *
   * @param signature of the network
   * @param inputs in the order of the network's
   */
  public StepSessions(
      NetworkHost host, StepNetwork network, Signature signature, List<StepInput> inputs) {
    this.signature = signature;
    this.inputs = List.copyOf(inputs);
    this.reader =
        StepReader.of(
            host,
            network,
            this.inputs.stream()
                .map(input -> input.step(new float[input.width()], new int[input.columns()]))
                .toList());
    this.fingerprint =
        host.prepare(manager -> Sessions.fingerprint(signature, host.weights()), f -> {});
  }

  /**
   * Starts a session: no step is read yet.
   *
   * @param once the inputs that are read once, in their order, one step each
   * @throws IllegalArgumentException if there are others, or they are not as wide as the network
   *     reads
   * @throws IllegalStateException if the network is closed
   */
  public StepMemory start(Steps... once) {
    int expected = inputs.stream().mapToInt(input -> input.once() ? 1 : 0).sum();
    if (once.length != expected) {
      throw new IllegalArgumentException(
          "a session starts with %s inputs, expected %s".formatted(once.length, expected));
    }
    List<double[]> kept = new ArrayList<>();
    int next = 0;
    for (StepInput input : inputs) {
      double[] numbers = new double[input.kept()];
      if (input.once()) {
        write(once[next++], input, numbers);
      }
      kept.add(numbers);
    }
    return new StepMemory(this, new float[reader.stateSize()], kept, 0);
  }

  /** Starts a session of a model that reads nothing once. */
  @Override
  public StepMemory start() {
    return start(new Steps[0]);
  }

  private static void write(Steps steps, StepInput input, double[] to) {
    if (steps.length() != 1
        || steps.width() != input.width()
        || steps.columns() != input.columns()) {
      throw new IllegalArgumentException(
          "an input has %s steps of %s features and %s symbols, expected 1 of %s and %s"
              .formatted(
                  steps.length(), steps.width(), steps.columns(), input.width(), input.columns()));
    }
    for (int i = 0; i < input.width(); i++) {
      to[i] = steps.features()[i];
    }
    for (int i = 0; i < input.columns(); i++) {
      to[input.width() + i] = steps.symbols()[i];
    }
  }

  /**
   * Goes on with a session that {@link StepMemory#toBytes()} kept.
   *
   * @throws IllegalArgumentException if the bytes are null, no session, damaged, of another format,
   *     or of a model with another name, other layers or other weights, to which its state means
   *     nothing
   * @throws IllegalStateException if the network is closed
   */
  @Override
  public StepMemory restore(byte[] bytes) {
    SessionBytes session =
        SessionBytes.read(Arguments.notNull(bytes, "bytes"), SessionBytes.OF_STEPS);
    session.requireModel(signature.model(), fingerprint.use(own -> own));
    float[] values = session.values(reader.stateSize());
    double[] all = session.kept(inputs.stream().mapToInt(StepInput::kept).sum());
    List<double[]> kept = new ArrayList<>();
    int at = 0;
    for (StepInput input : inputs) {
      double[] numbers = new double[input.kept()];
      System.arraycopy(all, at, numbers, 0, numbers.length);
      at += numbers.length;
      kept.add(numbers);
    }
    return new StepMemory(this, values, kept, session.steps());
  }

  byte[] toBytes(float[] values, List<double[]> kept, long steps) {
    double[] all = kept.stream().flatMapToDouble(Arrays::stream).toArray();
    return fingerprint.use(own -> SessionBytes.write(signature.model(), own, steps, values, all));
  }

  /** Returns what is kept before the first step: of inputs that are read once what it was. */
  List<double[]> fresh(List<double[]> kept) {
    List<double[]> fresh = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      fresh.add(inputs.get(i).once() ? kept.get(i) : new double[inputs.get(i).kept()]);
    }
    return fresh;
  }

  /**
   * Takes a step.
   *
   * @param state before; becomes that after
   * @param kept of each input; becomes what is kept after the step
   * @param encodings of the inputs that are sequences, in their order
   */
  float[][] read(StepEncoding[] encodings, float[] state, List<double[]> kept, boolean first) {
    List<Steps> read = new ArrayList<>(inputs.size());
    int next = 0;
    for (int i = 0; i < inputs.size(); i++) {
      StepInput input = inputs.get(i);
      float[] features = new float[input.width()];
      int[] symbols = new int[input.columns()];
      if (input.once()) {
        unpack(kept.get(i), features, symbols);
      } else if (next == encodings.length) {
        throw wrongCount(encodings);
      } else {
        encodings[next++].encode(kept.get(i), features, symbols);
      }
      read.add(input.step(features, symbols));
    }
    if (next != encodings.length) {
      throw wrongCount(encodings);
    }
    return reader.read(read, state, first);
  }

  private IllegalArgumentException wrongCount(StepEncoding[] encodings) {
    return new IllegalArgumentException(
        "a step of %s inputs, expected %s"
            .formatted(
                encodings.length, inputs.stream().mapToInt(input -> input.once() ? 0 : 1).sum()));
  }

  private static void unpack(double[] kept, float[] features, int[] symbols) {
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) kept[i];
    }
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = (int) kept[features.length + i];
    }
  }
}
