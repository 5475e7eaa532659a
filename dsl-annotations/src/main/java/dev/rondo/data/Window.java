package dev.rondo.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how many of the last steps of a history a model with {@link dev.rondo.task.Forecast} reads.
 * What is before them is not read; a history may be shorter.
 *
 * <p>A window should hold what repeats: 168 hours for a weekly season. Training reads every window
 * of a series; they are views of it, not copies.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
public @interface Window {
  /** How many steps, at least 1. The trainer can be given another number. */
  int value();
}
