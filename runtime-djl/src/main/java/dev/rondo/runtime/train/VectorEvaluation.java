package dev.rondo.runtime.train;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** How good a model's vectors are, in the user's units but for the loss. Immutable. */
public final class VectorEvaluation implements HeadEvaluation {
  private final List<NumberEvaluation> places;

  public VectorEvaluation(List<NumberEvaluation> places) {
    this.places = List.copyOf(places);
  }

  /** Returns how many vectors there are. */
  @Override
  public long examples() {
    return places.get(0).examples();
  }

  /** Returns how many numbers a vector has. */
  public int size() {
    return places.size();
  }

  /**
   * Returns the figures of one place.
   *
   * @param place from 0
   * @throws IndexOutOfBoundsException if vectors have no such place
   */
  public NumberEvaluation at(int place) {
    return places.get(place);
  }

  /** Returns the mean absolute error over all numbers; NaN without examples. */
  public double mae() {
    return mean(NumberEvaluation::mae);
  }

  /** Returns the root of the mean squared error over all numbers; NaN without examples. */
  public double rmse() {
    return Math.sqrt(mean(place -> place.rmse() * place.rmse()));
  }

  /** Returns the mean over the places of their R²; NaN with fewer than two examples. */
  public double r2() {
    return mean(NumberEvaluation::r2);
  }

  /** Returns the mean loss over all numbers, on the scale that each place is trained on. */
  @Override
  public double loss() {
    return mean(NumberEvaluation::loss);
  }

  private double mean(ToDoubleFunction<NumberEvaluation> figure) {
    return places.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }

  @Override
  public Quality quality() {
    return Quality.error("MAE", mae());
  }

  /** Returns the figures over all numbers in a line, and a line for each place. */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(NumberEvaluation.text(mae(), rmse(), r2(), loss(), examples()));
    for (int i = 0; i < size(); i++) {
      text.append(System.lineSeparator()).append("[" + i + "] ").append(at(i));
    }
    return text.toString();
  }
}
