package dev.rondo.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the component that is the time of a step, where the record of a series has several that are
 * a date, or a date and time: of the history of a {@link dev.rondo.task.Forecast} or of an {@link
 * dev.rondo.task.AnomalyScore}. Steps are in its order, with the same time between them, and the
 * times of what is forecast follow it. One such component alone is the time without it; one with
 * {@link Elapsed} is that of an event, and never is.
 *
 * <pre>{@code
 * record Reading(@TimeAxis LocalDateTime at, LocalDate holiday, float load) {}
 * }</pre>
 *
 * <p>Nothing changes in how the component is read: by its calendar. Other models, such as a
 * classifier, may share the record: to them it means nothing.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface TimeAxis {}
