package dev.rondo;

/** A picture that cannot be read: the message names the file and what was expected. */
public final class ImageFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Creates the exception. */
  public ImageFileException(String message) {
    super(message);
  }

  /** Creates the exception with what caused it. */
  public ImageFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
