package dev.rondo.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reads a time as the time that has passed since the step before, for events at irregular times.
 *
 * <p>On a component of the records of a sequence, or on a list or an array of times; the type must
 * be one that can be subtracted: {@link java.time.Instant Instant}, {@link java.time.ZonedDateTime
 * ZonedDateTime}, {@link java.time.OffsetDateTime OffsetDateTime}, {@link java.time.LocalDateTime
 * LocalDateTime}, {@link java.time.LocalDate LocalDate}. It gives two features: {@code ln(1 +
 * seconds)}, standardised with statistics of the training data, and whether it is missing. At the
 * first step that the network sees it is missing: nothing is known of what was before. A time
 * before that of the step before it is an error that names the step; two steps at the same time are
 * none. Sessions remember the time of their last step, in their bytes too.
 *
 * <pre>{@code
 * record Click(@Category @Embedding(size = 16) String page, @Elapsed Instant at) {}
 * }</pre>
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Elapsed {}
