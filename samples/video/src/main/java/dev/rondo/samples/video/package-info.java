/** Classifies clips of pictures by what happens in them. */
@NullMarked
package dev.rondo.samples.video;

import org.jspecify.annotations.NullMarked;
