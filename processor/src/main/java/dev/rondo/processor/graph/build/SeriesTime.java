package dev.rondo.processor.graph.build;

import dev.rondo.data.Elapsed;
import dev.rondo.data.TimeAxis;
import dev.rondo.processor.declared.DeclaredComponent;
import dev.rondo.processor.declared.DeclaredType;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/** The component of a series' record that is the time of a step. */
public final class SeriesTime {
  private SeriesTime() {}

  /** Returns the name of the time; empty where there is none, or where it is not clear. */
  static Optional<String> of(DeclaredType.Record record) {
    List<DeclaredComponent> named = named(record);
    List<DeclaredComponent> times = named.isEmpty() ? candidates(record) : named;
    return times.size() == 1 ? Optional.of(times.get(0).name()) : Optional.empty();
  }

  /** Returns the components that can be the time: those with a date that are no events. */
  public static List<DeclaredComponent> candidates(DeclaredType.Record record) {
    return record.components().stream().filter(SeriesTime::canBe).toList();
  }

  /** Returns those that are said to be the time. */
  public static List<DeclaredComponent> named(DeclaredType.Record record) {
    return candidates(record).stream()
        .filter(component -> carries(component, TimeAxis.class))
        .toList();
  }

  private static boolean canBe(DeclaredComponent component) {
    return component.type() instanceof DeclaredType.Time time
        && time.type().hasDate()
        && !carries(component, Elapsed.class);
  }

  private static boolean carries(
      DeclaredComponent component, Class<? extends Annotation> annotation) {
    return component.annotations().stream().anyMatch(each -> each.carries(annotation));
  }
}
