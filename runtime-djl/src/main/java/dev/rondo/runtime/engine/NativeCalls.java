package dev.rondo.runtime.engine;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * What this process does in PyTorch's native code, so that it does not end in the middle of it.
 *
 * <p>The end of a process takes down PyTorch's static data, and a thread that still computes then
 * crashes the process: with a core file and a wrong exit code. So when the Java machine begins to
 * end, a shutdown hook keeps new calls out and waits for those that run, ten seconds at the most. A
 * training ends as if it had been asked to stop.
 *
 * <p>Where an application has to answer what it has begun before it ends, the system property
 * {@code rondo.shutdown.grace} says for how many seconds, at the most, new calls are still let in:
 * until all models are closed.
 */
public final class NativeCalls {
  private static final String GRACE = "rondo.shutdown.grace";
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final ShutdownGate GATE = new ShutdownGate();

  private NativeCalls() {}

  /** The hook is there before the first call, and not at all in a process that computes nothing. */
  private static final class Hook {
    static final boolean ADDED = addHook();
  }

  /**
   * Does something in native code.
   *
   * @throws IllegalStateException if the process is ending, unless this is part of a call
   */
  public static <T> T run(Supplier<T> work) {
    begin();
    try {
      return work.get();
    } finally {
      end();
    }
  }

  /**
   * Begins a call, which {@link #end()} ends on the same thread; calls may be nested.
   *
   * @throws IllegalStateException if the process is ending, unless this is part of a call
   */
  public static void begin() {
    if (Hook.ADDED || GATE.ending()) {
      GATE.enter();
    }
  }

  /**
   * Begins a call that is let in even while the process is ending: short, and needed for the end.
   */
  public static void beginLast() {
    GATE.enterLast();
  }

  /**
   * Goes on with the next part of a long call.
   *
   * @throws IllegalStateException if the process is ending, unless the call is part of another
   */
  public static void goOn() {
    GATE.goOn();
  }

  /** Ends the call that was begun last. */
  public static void end() {
    GATE.leave();
  }

  /** Returns whether the process is ending. */
  public static boolean processEnds() {
    return GATE.ending();
  }

  /** Notes that a model was opened. */
  public static void opened() {
    GATE.opened();
  }

  /** Notes that a model was closed. */
  public static void closed() {
    GATE.closed();
  }

  private static boolean addHook() {
    try {
      Runtime.getRuntime().addShutdownHook(newHook());
      return true;
    } catch (IllegalStateException e) {
      closeGate(); // the end has begun already
      return false;
    }
  }

  private static Thread newHook() {
    Thread hook =
        JavasThread.make(
            () -> new Thread(null, NativeCalls::closeGate, "rondo-shutdown", 0, false));
    hook.setContextClassLoader(NativeCalls.class.getClassLoader());
    return hook;
  }

  private static void closeGate() {
    Duration grace = Duration.ofSeconds(Math.max(0, Integer.getInteger(GRACE, 0)));
    GATE.close(grace, LONGEST_WAIT);
  }
}
