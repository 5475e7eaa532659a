/** Text as numbers and back: tokens, subwords, vocabularies, and the codecs made of them. */
@NullMarked
package dev.rondo.runtime.data.text;

import org.jspecify.annotations.NullMarked;
