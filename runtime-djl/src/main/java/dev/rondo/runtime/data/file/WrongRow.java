package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.ExampleFileException;
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

  /**
   * Returns what is wrong with a row whose cells can be read, but make no value: a constructor of
   * the user's may throw whatever it likes. What tells its place already stays as it is.
   *
   * @param place of the row
   */
  static RuntimeException at(String place, RuntimeException problem) {
    if (problem instanceof WrongRow || problem instanceof ExampleFileException) {
      return problem;
    }
    boolean told = problem instanceof IllegalArgumentException && problem.getMessage() != null;
    return new WrongRow(
        place + ": " + (told ? problem.getMessage() : "no value can be made of it: " + problem),
        problem);
  }

  /** Returns the message, which says where what is wrong. */
  String text() {
    return String.valueOf(getMessage());
  }
}
