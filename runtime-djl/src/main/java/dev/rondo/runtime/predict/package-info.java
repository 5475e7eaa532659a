/**
 * What generated predictors have in common: the base of all, and what answers for those of one
 * kind.
 */
@NullMarked
package dev.rondo.runtime.predict;

import org.jspecify.annotations.NullMarked;
