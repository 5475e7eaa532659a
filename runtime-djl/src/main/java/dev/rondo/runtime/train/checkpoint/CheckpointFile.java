package dev.rondo.runtime.train.checkpoint;

import dev.rondo.runtime.train.CheckpointException;
import java.util.Optional;

/** The file that a training keeps its checkpoints in, which nobody else may have meanwhile. */
public interface CheckpointFile extends AutoCloseable {
  /**
   * Returns what the file holds; empty if there is none.
   *
   * @throws CheckpointException if it is damaged, foreign, or of a newer format
   */
  Optional<Checkpoint> read();

  /**
   * Replaces what the file holds: whole or not at all.
   *
   * @return how many bytes it has now
   * @throws CheckpointException if it cannot be written; it is then as it was
   */
  long write(Checkpoint checkpoint);

  /** Deletes the file, if there is one. */
  void delete();

  /** Lets others have the file. */
  @Override
  void close();
}
