package dev.rondo.runtime.data;

import org.jspecify.annotations.Nullable;

/**
 * A file of examples that cannot be read. The message names the file and, where they are known, the
 * line and the column, what was found and what is allowed.
 */
public final class ExampleFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Creates an error of a file. */
  public ExampleFileException(String message) {
    super(message);
  }

  /** Creates an error of a file, with what caused it. */
  public ExampleFileException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
