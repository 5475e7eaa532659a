/** Models that read the characters of words, on the real engine. */
@NullMarked
package dev.rondo.it.characters;

import org.jspecify.annotations.NullMarked;
