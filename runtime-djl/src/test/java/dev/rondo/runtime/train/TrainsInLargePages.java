package dev.rondo.runtime.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.Torch;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program that trains, and then makes an array of 64 MiB. It prints how many KiB of its memory
 * are in large pages.
 */
public final class TrainsInLargePages {
  private TrainsInLargePages() {}

  public static void main(String[] arguments) throws Exception {
    new TinyTrainer().epochs(2).fit(Sample.random(40, 1));
    try (NDManager manager = Torch.newManager(Device.cpu());
        NDArray array = manager.ones(new Shape(16, 1024, 1024))) {
      System.out.print(array.size() > 0 ? large() : -1);
    }
  }

  private static long large() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/smaps_rollup")).stream()
        .filter(line -> line.startsWith("AnonHugePages:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}
