package dev.rondo.runtime.engine;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The PyTorch engine of this process, started at the first use.
 *
 * <p>Starting unpacks the natives once to {@code ~/.djl.ai} (or {@code DJL_CACHE_DIR}). DJL's
 * telemetry call is switched off.
 */
public final class Torch {
  private Torch() {}

  /** Starting DJL has to come after the opt-out: a nested class is initialised at its first use. */
  private static final class Holder {
    static final Engine ENGINE = start();

    private static Engine start() {
      System.setProperty("OPT_OUT_TRACKING", "true");
      return Engine.getEngine("PyTorch");
    }
  }

  /**
   * Returns a new manager of native memory that the caller has to close.
   *
   * @throws IllegalStateException if the device is a GPU that this process does not have
   */
  public static NDManager newManager(Device device) {
    Engine engine = Holder.ENGINE;
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
                      + " the class path (Maven: -Dcuda)"
                  : gpus + " GPU(s)"));
    }
    return engine.newBaseManager(ai.djl.Device.gpu(device.index()));
  }

  /**
   * Seeds the random numbers of PyTorch, which all threads of the process share.
   *
   * @param seed any number
   */
  public static void seed(long seed) {
    JniUtils.setSeed(seed);
  }
}
