package dev.rondo.runtime.engine;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.rondo.runtime.data.Arguments;

/**
 * The PyTorch engine of this process, started at the first use.
 *
 * <p>Starting unpacks the native libraries once to {@code ~/.djl.ai}, or the folder that {@code
 * DJL_CACHE_DIR} names. Nothing is fetched from the network unless one of DJL's settings {@code
 * PYTORCH_FLAVOR} and {@code PYTORCH_VERSION} asks for it, and DJL's telemetry call is switched
 * off.
 */
public final class Torch {
  /** Whether Rondo has not yet asked for this thread's number of threads. */
  private static final ThreadLocal<Boolean> FIRST_CALL = ThreadLocal.withInitial(() -> true);

  /** Whether a call has set a number of its own on any thread. */
  private static volatile boolean narrowed;

  private Torch() {}

  /**
   * Returns a new manager of native memory that the caller has to close.
   *
   * @throws EngineStartException if PyTorch is not started and cannot be; the next call tries again
   * @throws IllegalStateException if the device is a GPU that this process does not have
   */
  public static NDManager newManager(Device device) {
    Arguments.notNull(device, "device");
    Engine engine = EngineStart.engine();
    if (!device.isGpu()) {
      return engine.newBaseManager(ai.djl.Device.cpu());
    }
    int gpus = engine.getGpuCount();
    if (device.index() >= gpus) {
      throw new IllegalStateException(
          "device "
              + device
              + " is not available: this process sees "
              + (gpus == 0
                  ? "no GPU. PyTorch's CUDA natives are used only where the CPU natives are off"
                      + " the class path and the environment variable PYTORCH_FLAVOR names them"
                  : gpus + " GPU(s)"));
    }
    return engine.newBaseManager(ai.djl.Device.gpu(device.index()));
  }

  /**
   * Begins to load the engine's libraries on another thread, for whoever has something else to do
   * before it is needed. Says nothing of what goes wrong: starting it does.
   */
  public static void begin() {
    EngineStart.begin(() -> {});
  }

  /** Like {@link #begin}, for whoever will train: {@link #keepLargePages} is done there, too. */
  public static void beginTraining() {
    EngineStart.begin(LargePages::use);
  }

  /**
   * Has PyTorch keep large arrays in large pages, where Linux offers them, unless it has made
   * arrays in this process before. Only the first call takes time, 0.2 s.
   */
  public static void keepLargePages() {
    LargePages.use();
  }

  /** Returns the version of PyTorch, started if it is not. */
  public static String version() {
    return EngineStart.engine().getVersion();
  }

  /**
   * Returns how many threads PyTorch computes with where it is called from this thread.
   *
   * <p>A thread that calls PyTorch for the first time has the number that was set last on any,
   * which may be the one of a small call that runs elsewhere. It is then given what the engine
   * started with.
   */
  public static int threads() {
    if (FIRST_CALL.get()) {
      FIRST_CALL.set(false);
      if (narrowed && JniUtils.getNumThreads() < EngineStart.threads()) {
        JniUtils.setNumThreads(EngineStart.threads());
      }
    }
    return JniUtils.getNumThreads();
  }

  /**
   * Sets how many threads PyTorch computes with where it is called from this thread, its products
   * by Intel's library included.
   *
   * @param number at least 1
   */
  public static void useThreads(int number) {
    FIRST_CALL.set(false);
    JniUtils.setNumThreads(number);
  }

  /** Sets the number for a while. */
  static void narrow(int number) {
    narrowed = true;
    JniUtils.setNumThreads(number);
  }
}
