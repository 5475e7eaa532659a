package dev.rondo.runtime.session;

/**
 * What a session remembers: an array of Java and a number. It holds nothing native and need not be
 * closed; a copy is a copy of the array.
 *
 * <p>For use by one thread at a time. A call that fails leaves it as it was.
 */
public final class SessionMemory implements Session.Memory {
  private final Sessions sessions;
  private float[] values;
  private long steps;

  SessionMemory(Sessions sessions, float[] values, long steps) {
    this.sessions = sessions;
    this.values = values;
    this.steps = steps;
  }

  /**
   * Reads tokens.
   *
   * @return the scores after the last
   * @throws IllegalArgumentException if there is no token
   * @throws IllegalStateException if the network is closed
   */
  public float[] read(int... tokens) {
    if (tokens.length == 0) {
      throw new IllegalArgumentException("the text has no tokens: there is no step to take");
    }
    float[] next = values.clone();
    float[] scores = sessions.read(tokens, next, steps == 0);
    values = next;
    steps += tokens.length;
    return scores;
  }

  /** Returns how many tokens were read. */
  @Override
  public long steps() {
    return steps;
  }

  /** Returns a memory of its own that goes on from here. */
  public SessionMemory copy() {
    return new SessionMemory(sessions, values.clone(), steps);
  }

  /** Forgets all that was read. */
  @Override
  public void reset() {
    values = new float[values.length];
    steps = 0;
  }

  /**
   * Returns what {@link Sessions#restore} goes on from.
   *
   * @throws IllegalStateException if the network is closed
   */
  @Override
  public byte[] toBytes() {
    return sessions.toBytes(values, steps);
  }
}
