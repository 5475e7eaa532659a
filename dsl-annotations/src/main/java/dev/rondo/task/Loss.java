package dev.rondo.task;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what an output is trained to make small, where that is not what its type says.
 *
 * <p>Without this annotation a class is trained by cross entropy, yes and no and labels by binary
 * cross entropy, numbers by the mean squared error. With several outputs the loss of the model is
 * the sum of theirs, each times its {@link #weight()}.
 *
 * <pre>{@code
 * record Verdict(
 *     @Loss(balanced = true) Condition condition,
 *     @Loss(kind = LossKind.HUBER, weight = 0.5) float remainingHours) {}
 * }</pre>
 */
@Documented
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Loss {
  /** The loss. */
  LossKind kind() default LossKind.DEFAULT;

  /** What this output's loss counts in the sum of all, above 0. */
  double weight() default 1;

  /**
   * Whether rare classes count for more: each class by the number of examples divided by (the
   * number of classes times the number of examples of that class), so that all classes together
   * count the same. For classes, yes and no, and labels.
   */
  boolean balanced() default false;

  /**
   * Which quantile {@link LossKind#QUANTILE} learns, between 0 and 1: with 0.9 nine of ten true
   * values are below the answer.
   */
  double quantile() default 0.5;
}
