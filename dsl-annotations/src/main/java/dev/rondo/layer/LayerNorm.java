package dev.rondo.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Layer normalization (Ba, Kiros and Hinton 2016): brings the features of each vector to mean 0 and
 * variance 1, then scales and shifts each by weights of its own:
 *
 * <pre>{@code y = (x - mean(x)) / √(var(x) + 1e-5) ∘ weight + bias}</pre>
 *
 * <p>In: (batch, features) or (batch, time, features), at least 2 features. Out: the same;
 * sequences are normalized step by step, so that neither other steps nor other sequences change the
 * result. {@code weight} starts at 1 and {@code bias} at 0. {@code var} divides by the number of
 * features.
 *
 * <pre>{@code
 * @Embedding(size = 64) @LSTM(units = {128, 128}) @LayerNorm @Dense
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface LayerNorm {}
