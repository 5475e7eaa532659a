/**
 * Typed inputs in numbers: what each component of a record becomes, how that is learned from
 * training data, and the codecs of sequences, series, matrices and single values.
 */
@NullMarked
package dev.rondo.runtime.data.feature;

import org.jspecify.annotations.NullMarked;
