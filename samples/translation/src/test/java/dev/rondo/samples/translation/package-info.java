/** Tests of the translation sample. */
@NullMarked
package dev.rondo.samples.translation;

import org.jspecify.annotations.NullMarked;
