/** Spoken digits, made by a formant synthesizer: other voices, paces and noise with each seed. */
@NullMarked
package dev.rondo.samples.corpora.speech;

import org.jspecify.annotations.NullMarked;
