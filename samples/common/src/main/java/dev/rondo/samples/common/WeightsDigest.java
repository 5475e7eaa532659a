package dev.rondo.samples.common;

import dev.rondo.runtime.store.ModelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Tells whether two models have the same weights, bit by bit. */
public final class WeightsDigest {
  private WeightsDigest() {}

  /**
   * Returns the SHA-256 of the weights as a model file holds them.
   *
   * @param save writes the model to a file, which is deleted again
   * @throws IOException if there is no room for it
   */
  public static String of(Consumer<Path> save) throws IOException {
    Path file = Files.createTempFile("weights", ".rondo");
    try {
      save.accept(file);
      return ModelReader.weightsSha256(file);
    } finally {
      Files.delete(file);
    }
  }
}
