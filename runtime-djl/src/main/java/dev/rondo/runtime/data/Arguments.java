package dev.rondo.runtime.data;

import org.jspecify.annotations.Nullable;

/** Checks of what users pass in. */
public final class Arguments {
  private Arguments() {}

  /**
   * Returns a value that must not be null.
   *
   * @param name what the user calls it
   * @throws IllegalArgumentException if it is null
   */
  public static <T> T notNull(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is null");
    }
    return value;
  }
}
