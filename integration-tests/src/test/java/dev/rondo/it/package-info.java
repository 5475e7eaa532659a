/** Generated code on the real engine. */
@NullMarked
package dev.rondo.it;

import org.jspecify.annotations.NullMarked;
