package dev.rondo.runtime;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.Torch;

/** A program that computes one number. */
final class StartsEngine {
  private StartsEngine() {}

  public static void main(String[] arguments) {
    try (NDManager manager = Torch.newManager(Device.cpu());
        NDArray ones = manager.create(new float[] {1, 2})) {
      System.out.print(ones.sum().getFloat());
    }
  }
}
