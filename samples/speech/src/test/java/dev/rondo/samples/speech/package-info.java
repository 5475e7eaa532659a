/** Tests of the speech sample. */
@NullMarked
package dev.rondo.samples.speech;

import org.jspecify.annotations.NullMarked;
