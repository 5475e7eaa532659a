package dev.rondo.runtime.store;

import org.jspecify.annotations.Nullable;

/**
 * A model file cannot be read or written: it is missing, damaged, foreign, hostile, of a newer
 * format or of another model, or its folder cannot take it. The message names the file, the entry
 * in it and what is wrong.
 */
public final class ModelFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ModelFileException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
