package dev.rondo.runtime.train.checkpoint;

import dev.rondo.runtime.train.CheckpointException;
import java.nio.file.Path;
import java.util.ServiceLoader;

/**
 * Knows how checkpoints are written. The package of files knows that of training, so training finds
 * it as a service.
 */
public interface CheckpointFormat {
  /**
   * Takes a file for one training, until it is closed. The file itself need not exist.
   *
   * @throws CheckpointException if another training has it, of this process or another, or its
   *     folder does not exist or cannot be written to
   */
  CheckpointFile lock(Path file);

  /** Returns the format of this runtime. */
  static CheckpointFormat installed() {
    return ServiceLoader.load(CheckpointFormat.class, CheckpointFormat.class.getClassLoader())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "META-INF/services/"
                        + CheckpointFormat.class.getName()
                        + " is missing: the jar of rondo-runtime-djl was repacked without it"));
  }
}
