package dev.rondo;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes all uses of a composed annotation share one set of weights and one vocabulary per model.
 *
 * <p>An annotation that carries layers, {@link dev.rondo.data.Text @Text} or another composed
 * annotation expands where it is used. Without {@code @Shared} two uses are two sets of weights.
 *
 * <pre>{@code
 * @Shared
 * @Embedding(size = 64)
 * @LSTM(units = 128)
 * public @interface Reader {}
 * }</pre>
 *
 * <p>All uses in one model must have the same shapes.
 */
@Documented
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Shared {}
