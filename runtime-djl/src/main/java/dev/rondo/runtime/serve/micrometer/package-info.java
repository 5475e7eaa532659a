/**
 * What a predictor does as metrics of Micrometer, which is an optional dependency: nothing else
 * knows this package.
 */
@NullMarked
package dev.rondo.runtime.serve.micrometer;

import org.jspecify.annotations.NullMarked;
