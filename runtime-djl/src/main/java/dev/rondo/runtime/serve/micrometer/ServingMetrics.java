package dev.rondo.runtime.serve.micrometer;

import dev.rondo.runtime.serve.Serving;
import dev.rondo.runtime.serve.ServingListener;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * Meters of a predictor, each with the tag {@code model}:
 *
 * <ul>
 *   <li>{@code rondo.calls}: how long calls took, waiting included, with the tag {@code outcome}:
 *       {@code answered}, or the simple name of the exception
 *   <li>{@code rondo.inputs}: how many inputs a call had
 *   <li>{@code rondo.batch}: how many inputs were computed together
 *   <li>{@code rondo.waiting}: how many calls wait now
 * </ul>
 *
 * <pre>{@code
 * ServingMetrics.bind(registry, "sentiment", model.serving());
 * }</pre>
 *
 * <p>Needs {@code io.micrometer:micrometer-core}, which Rondo does not bring along.
 */
public final class ServingMetrics implements ServingListener {
  private static final String MODEL = "model";
  private static final String OUTCOME = "outcome";
  private static final String WAITING = "rondo.waiting";

  private final MeterRegistry registry;
  private final Tags tags;
  private final Timer answered;
  private final DistributionSummary inputs;
  private final DistributionSummary batch;

  private ServingMetrics(MeterRegistry registry, String model) {
    this.registry = registry;
    this.tags = Tags.of(MODEL, model);
    this.answered = calls("answered");
    this.inputs = registry.summary("rondo.inputs", tags);
    this.batch = registry.summary("rondo.batch", tags);
  }

  /**
   * Adds the meters of a predictor to a registry, and listens to the predictor from now on. A model
   * that takes the place of another is bound by the same name: its calls are counted on, and those
   * that wait are its own.
   *
   * @param model the value of the tag {@code model}
   */
  public static void bind(MeterRegistry registry, String model, Serving serving) {
    ServingMetrics metrics = new ServingMetrics(registry, model);
    Gauge before = registry.find(WAITING).tags(metrics.tags).gauge();
    if (before != null) {
      registry.remove(before); // a registry keeps the first of a name, whose model may be closed
    }
    Gauge.builder(WAITING, serving, Serving::waiting)
        .tags(metrics.tags)
        .description("Calls that wait to be gathered")
        .register(registry);
    serving.listener(metrics);
  }

  private Timer calls(String outcome) {
    return Timer.builder("rondo.calls")
        .tags(tags.and(OUTCOME, outcome))
        .description("Calls of a model")
        .register(registry);
  }

  @Override
  public void answered(int count, Duration time) {
    answered.record(time);
    inputs.record(count);
  }

  @Override
  public void failed(Throwable failure, Duration time) {
    calls(failure.getClass().getSimpleName()).record(time);
  }

  @Override
  public void computed(int count) {
    batch.record(count);
  }
}
