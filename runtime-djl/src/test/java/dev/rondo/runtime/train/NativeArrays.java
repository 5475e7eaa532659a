package dev.rondo.runtime.train;

import ai.djl.ndarray.NDManager;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.Torch;

/** Counts the native arrays of the process. */
public final class NativeArrays {
  private NativeArrays() {}

  /** Returns how many arrays all managers own that are open. */
  public static int count() {
    try (NDManager manager = Torch.newManager(Device.cpu())) {
      return manager.getParentManager().getManagedArrays().size();
    }
  }
}
