package weather;

import dev.rondo.runtime.series.ForecastEvaluation;
import dev.rondo.runtime.series.TargetsEvaluation;
import java.util.List;
import javax.annotation.processing.Generated;

/** How good the forecasts of {@link WeatherForecaster} are. Immutable. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class WeatherForecasterEvaluation extends TargetsEvaluation {
  private final ForecastEvaluation temperature;
  private final ForecastEvaluation cars;

  WeatherForecasterEvaluation(List<ForecastEvaluation> targets) {
    super(List.of("temperature", "cars"), targets);
    temperature = targets.get(0);
    cars = targets.get(1);
  }

  /** Returns how good the forecasts of {@code temperature} are. */
  public ForecastEvaluation temperature() {
    return temperature;
  }

  /** Returns how good the forecasts of {@code cars} are. */
  public ForecastEvaluation cars() {
    return cars;
  }
}
