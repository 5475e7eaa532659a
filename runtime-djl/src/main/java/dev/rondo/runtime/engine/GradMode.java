package dev.rondo.runtime.engine;

import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/**
 * Whether operations of the current thread record what a gradient needs.
 *
 * <p>PyTorch keeps this switch for each thread, and every thread but the one that started the
 * engine begins with it on. A prediction that leaves it on builds graphs nobody uses and runs at
 * half the speed, so predictions and training both set it explicitly.
 */
public final class GradMode implements AutoCloseable {
  private final boolean before;

  private GradMode(boolean enable) {
    before = JniUtils.isGradMode();
    JniUtils.setGradMode(enable);
  }

  /** Records on this thread until the result is closed, on the same thread. */
  public static GradMode on() {
    return new GradMode(true);
  }

  /** Does something without recording. */
  public static <T> T off(Supplier<T> work) {
    GradMode mode = new GradMode(false);
    try {
      return work.get();
    } finally {
      mode.close();
    }
  }

  /** Records no longer, whatever the thread did before; {@link #close()} still puts that back. */
  public void stop() {
    JniUtils.setGradMode(false);
  }

  /** Puts the switch back to where it was. */
  @Override
  public void close() {
    JniUtils.setGradMode(before);
  }
}
