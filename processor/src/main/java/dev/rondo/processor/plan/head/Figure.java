package dev.rondo.processor.plan.head;

import java.util.List;

/**
 * A figure of an evaluation, by which the best epoch can be chosen.
 *
 * @param call the method of the evaluation that returns it
 * @param shown its name for people
 * @param error whether lower is better
 */
public record Figure(String call, String shown, boolean error) {
  /** The figures of numbers. */
  static final List<Figure> OF_NUMBERS =
      List.of(error("mae", "MAE"), error("rmse", "RMSE"), share("r2", "R2"));

  /** Returns a figure of which higher is better. */
  static Figure share(String call, String shown) {
    return new Figure(call, shown, false);
  }

  /** Returns a figure of which lower is better. */
  static Figure error(String call, String shown) {
    return new Figure(call, shown, true);
  }
}
