/** Tests of the synthesizer. */
@NullMarked
package dev.rondo.samples.corpora.speech;

import org.jspecify.annotations.NullMarked;
