package dev.rondo.runtime;

import dev.rondo.runtime.engine.Torch;
import java.nio.file.Files;
import java.nio.file.Path;

/** Has PyTorch's library loaded ahead, waits until it is, and only then starts the engine. */
final class StartsEngineAhead {
  private StartsEngineAhead() {}

  public static void main(String[] args) throws Exception {
    Torch.begin();
    Torch.begin();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("rondo-engine-start")) {
        thread.join();
      }
    }
    if (Files.readString(Path.of("/proc/self/maps")).contains("libtorch_cpu")) {
      System.out.print("ahead ");
    }
    StartsEngine.main(args);
  }
}
