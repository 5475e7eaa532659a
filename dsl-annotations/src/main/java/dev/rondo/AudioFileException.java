package dev.rondo;

/** A sound that cannot be read: the message names the file, the byte and what was expected. */
public final class AudioFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Creates the exception. */
  public AudioFileException(String message) {
    super(message);
  }

  /** Creates the exception with what caused it. */
  public AudioFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
