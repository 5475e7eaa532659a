package dev.rondo.runtime.data.feature;

import java.io.Serial;

/**
 * Says what is wrong with a value. On its way out each record adds the component that the value is
 * in, and the codec adds input and step: {@code readings[3].engine.rpm is NaN}.
 */
public final class WrongValue extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1;

  private final String path;
  private final String problem;

  private WrongValue(String path, String problem) {
    super((path + " " + problem).strip());
    this.path = path;
    this.problem = problem;
  }

  /**
   * Returns the error.
   *
   * @param problem what is wrong, to be read behind the name: {@code is NaN. …}
   */
  public static WrongValue of(String problem) {
    return new WrongValue("", problem);
  }

  /** Returns an error as one that is told on its way out where it is. */
  public static WrongValue of(IllegalArgumentException error) {
    return error instanceof WrongValue wrong ? wrong : of("is wrong: " + error.getMessage());
  }

  /** Returns the error of a null where a value is needed. */
  static WrongValue isNull() {
    return of("is null");
  }

  /** Returns the error as one of a component of what it is about. */
  WrongValue component(String name) {
    return new WrongValue("." + name + path, problem);
  }

  /** Returns the error as one of a place in an array. */
  public WrongValue place(int index) {
    return new WrongValue("[" + index + "]" + path, problem);
  }

  /** Returns the error as users read it. */
  public IllegalArgumentException in(String input) {
    return new IllegalArgumentException(input + path + " " + problem, this);
  }
}
