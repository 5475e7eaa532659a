/** Tags words: names in sentences, parts of speech, whatever a corpus has. */
@NullMarked
package dev.rondo.samples.tagger;

import org.jspecify.annotations.NullMarked;
