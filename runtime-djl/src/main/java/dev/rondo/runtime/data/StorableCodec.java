package dev.rondo.runtime.data;

import java.util.Set;

/** A codec that a model file keeps. */
public interface StorableCodec {
  /** Returns what a model file keeps of it. */
  StoredCodec stored();

  /**
   * Returns the names of those of its settings that are learned from examples. All others are what
   * the model's signature says of it, or {@code false} or empty where it says nothing.
   */
  default Set<String> learned() {
    return Set.of();
  }
}
