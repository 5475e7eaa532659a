package dev.rondo.runtime.session;

/**
 * A model that is fed step by step, and remembers what it read: the base of generated sessions,
 * which add what they read and answer.
 *
 * <p>Holds nothing native and need not be closed. For use by one thread at a time.
 */
public abstract class Session {
  private final Memory memory;

  /** What a session remembers. */
  public sealed interface Memory permits SessionMemory, StepMemory {
    /** Returns how many steps were read. */
    long steps();

    /** Returns what the predictor goes on from. */
    byte[] toBytes();

    /** Forgets all that was read. */
    void reset();
  }

  /** Creates a session of what it remembers. */
  protected Session(Memory memory) {
    this.memory = memory;
  }

  /** Returns how many steps were read; of a text its tokens. */
  public final long steps() {
    return memory.steps();
  }

  /**
   * Returns what the predictor's {@code session(byte[])} goes on from.
   *
   * @throws IllegalStateException after the predictor was closed
   */
  public final byte[] toBytes() {
    return memory.toBytes();
  }

  /** Forgets all steps that were read; inputs that are read once stay. */
  public final void reset() {
    memory.reset();
  }
}
