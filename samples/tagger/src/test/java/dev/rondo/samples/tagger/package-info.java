/** Tests of the sample. */
@NullMarked
package dev.rondo.samples.tagger;

import org.jspecify.annotations.NullMarked;
