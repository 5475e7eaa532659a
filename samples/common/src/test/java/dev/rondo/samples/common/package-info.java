/** Tests of what the samples share. */
@NullMarked
package dev.rondo.samples.common;

import org.jspecify.annotations.NullMarked;
