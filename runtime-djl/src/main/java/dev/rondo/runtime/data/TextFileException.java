package dev.rondo.runtime.data;

import org.jspecify.annotations.Nullable;

/**
 * A file of text that cannot be read. The message names the file, and the line where it is known.
 */
public final class TextFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public TextFileException(String message) {
    super(message);
  }

  public TextFileException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
