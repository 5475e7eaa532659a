package dev.rondo.runtime.data;

/**
 * An answer is of a class that the training data does not show. The message names the class, those
 * that there are, and the place of the answer where it is one of many.
 */
public final class UnknownClassException extends IllegalArgumentException implements Placed {
  private static final long serialVersionUID = 1;

  UnknownClassException(String message) {
    super(message);
  }

  /** Returns the same with the place of the answer before its message. */
  @Override
  public UnknownClassException in(String place) {
    UnknownClassException placed = new UnknownClassException(place + ": " + getMessage());
    placed.initCause(this);
    return placed;
  }
}
