/** Tests of the sentiment sample. */
@NullMarked
package dev.rondo.samples.sentiment;

import org.jspecify.annotations.NullMarked;
