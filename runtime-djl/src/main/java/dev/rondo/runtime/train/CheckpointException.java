package dev.rondo.runtime.train;

import org.jspecify.annotations.Nullable;

/**
 * A training cannot go on from its checkpoint, or have one: the file is damaged or of another
 * training, another training has it, or its folder cannot take it. The message names the file, what
 * is wrong and the way out.
 */
public final class CheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Creates the exception. */
  public CheckpointException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
