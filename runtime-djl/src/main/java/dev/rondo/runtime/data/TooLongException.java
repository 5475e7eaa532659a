package dev.rondo.runtime.data;

/**
 * An input is longer than its {@link dev.rondo.data.MaxLength} allows. The message names the input,
 * its place where it is one of many, its length, and the limit.
 */
public final class TooLongException extends IllegalArgumentException implements Placed {
  private static final long serialVersionUID = 1;

  private final int length;
  private final int maxLength;

  public TooLongException(String message, int length, int maxLength) {
    super(message);
    this.length = length;
    this.maxLength = maxLength;
  }

  /** Returns the same with the place of the input before its message. */
  @Override
  public TooLongException in(String place) {
    TooLongException placed = new TooLongException(place + ": " + getMessage(), length, maxLength);
    placed.initCause(this);
    return placed;
  }

  /** Returns how many steps the input has. */
  public int length() {
    return length;
  }

  /** Returns how many it may have. */
  public int maxLength() {
    return maxLength;
  }
}
