package dev.rondo.runtime.store;

import dev.rondo.runtime.train.checkpoint.Checkpoint;

/** Names and versions of a checkpoint. The limits are those of {@link ModelFormat}. */
final class CheckpointEntries {
  /** A checkpoint of another version is not gone on from: it would not be bit-equal. */
  static final String FORMAT = "1.1";

  static final String MANIFEST = "checkpoint.json";

  private CheckpointEntries() {}

  /** Returns the entry that holds a part. */
  static String of(Checkpoint.Part part) {
    return part.key() + ".safetensors";
  }
}
