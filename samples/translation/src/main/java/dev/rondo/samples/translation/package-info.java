/** Translates sentences, and shows what each written word was read from. */
@NullMarked
package dev.rondo.samples.translation;

import org.jspecify.annotations.NullMarked;
