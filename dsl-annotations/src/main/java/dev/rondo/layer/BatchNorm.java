package dev.rondo.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Batch normalization (Ioffe and Szegedy 2015, "Batch normalization: accelerating deep network
 * training by reducing internal covariate shift"): brings each feature to mean 0 and variance 1
 * over the batch, then scales and shifts it by weights of its own:
 *
 * <pre>{@code y = (x - mean(x)) / √(var(x) + 1e-5) ∘ weight + bias}</pre>
 *
 * <p>In: (batch, features), (batch, time, features) or pictures. Out: the same. In training mean
 * and variance are those of the batch: of sequences over all real steps of all sequences, never
 * over padding; of pictures over all places of each channel. Running ones follow them, {@code 0.9
 * running + 0.1 batch} with the variance over n - 1, and are what the trained model answers by, so
 * that no answer depends on others. They are weights of the model file and of checkpoints, which no
 * gradient changes: {@code running_mean}, which starts at 0, and {@code running_var}, at 1, beside
 * {@code weight}, at 1, and {@code bias}, at 0, as PyTorch's {@code BatchNorm1d}.
 *
 * <p>A batch of one vector has no variance: it is brought by the running ones. A layer that is
 * frozen uses those, and leaves them as they are. With accumulated gradients each batch has mean
 * and variance of its own; averaged weights have averaged running ones.
 *
 * <pre>{@code
 * @Convolution(filters = 16, activation = Activation.NONE) @BatchNorm @GRU(units = 64) @Dense
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface BatchNorm {}
