package dev.rondo.it.benchmark;

import ai.djl.ndarray.NDManager;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.Torch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the process holds. */
final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ProcessMemory() {}

  /** Returns how many native arrays the open managers own. */
  static int arrays() {
    try (NDManager manager = Torch.newManager(Device.cpu())) {
      return manager.getParentManager().getManagedArrays().size();
    }
  }

  /** Returns the resident memory in KiB after a garbage collection; 0 but on Linux. */
  static long residentKib() {
    // direct buffers that arrays were made of go with the garbage, at the collection after
    System.gc();
    System.gc();
    if (!Files.exists(STATUS)) {
      return 0;
    }
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
