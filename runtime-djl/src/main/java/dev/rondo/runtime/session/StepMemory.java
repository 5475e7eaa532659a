package dev.rondo.runtime.session;

import dev.rondo.runtime.anomaly.CarriedNetwork;
import dev.rondo.runtime.data.feature.StepEncoding;
import java.util.List;

/**
 * What a session of steps remembers: arrays of Java and a number. It holds nothing native and need
 * not be closed; a copy is a copy of the arrays.
 *
 * <p>For use by one thread at a time. A call that fails leaves it as it was.
 */
public final class StepMemory implements CarriedNetwork.Memory, Session.Memory {
  private final StepSessions sessions;
  private float[] values;
  private List<double[]> kept;
  private long steps;

  StepMemory(StepSessions sessions, float[] values, List<double[]> kept, long steps) {
    this.sessions = sessions;
    this.values = values;
    this.kept = kept;
    this.steps = steps;
  }

  /**
   * Takes a step.
   *
   * @param encodings of the inputs that are sequences, in their order
   * @return the scores of each head after it
   * @throws IllegalArgumentException if the step cannot be encoded, or there are other inputs
   * @throws IllegalStateException if the network is closed
   */
  @Override
  public float[][] read(StepEncoding... encodings) {
    float[] next = values.clone();
    List<double[]> nextKept = copy(kept);
    float[][] scores = sessions.read(encodings, next, nextKept, steps == 0);
    values = next;
    kept = nextKept;
    steps++;
    return scores;
  }

  /** Returns how many steps were read. */
  @Override
  public long steps() {
    return steps;
  }

  /** Returns a memory of its own that goes on from here. */
  public StepMemory copy() {
    return new StepMemory(sessions, values.clone(), copy(kept), steps);
  }

  /** Forgets all steps; inputs that are read once stay. */
  @Override
  public void reset() {
    values = new float[values.length];
    kept = sessions.fresh(kept);
    steps = 0;
  }

  /**
   * Returns what {@link StepSessions#restore} goes on from.
   *
   * @throws IllegalStateException if the network is closed
   */
  @Override
  public byte[] toBytes() {
    return sessions.toBytes(values, kept, steps);
  }

  private static List<double[]> copy(List<double[]> numbers) {
    return numbers.stream().map(double[]::clone).toList();
  }
}
