/** Reading step by step: state that is carried in Java's memory, kept as bytes, gone on from. */
@NullMarked
package dev.rondo.runtime.session;

import org.jspecify.annotations.NullMarked;
