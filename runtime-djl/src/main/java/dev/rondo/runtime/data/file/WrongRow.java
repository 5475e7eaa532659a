package dev.rondo.runtime.data.file;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A row that makes no example; those after it may. */
final class WrongRow extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  WrongRow(String message) {
    super(message);
  }

  WrongRow(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Returns the message, which says where what is wrong. */
  String text() {
    return String.valueOf(getMessage());
  }
}
