package dev.rondo.runtime.data;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;
import org.junit.jupiter.api.function.Executable;

/** What users read when something goes wrong. */
public final class Messages {
  private Messages() {}

  /** Returns the message of the error that is expected. */
  public static String messageOf(Class<? extends Throwable> type, Executable executable) {
    return Objects.requireNonNull(assertThrows(type, executable).getMessage());
  }
}
