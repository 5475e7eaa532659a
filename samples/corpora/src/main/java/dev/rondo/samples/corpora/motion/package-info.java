/** Clips of shapes that move and turn, each of which another class is when played backwards. */
@NullMarked
package dev.rondo.samples.corpora.motion;

import org.jspecify.annotations.NullMarked;
