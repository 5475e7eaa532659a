/** Models of records, numbers and series, on the real engine. */
@NullMarked
package dev.rondo.it.typed;

import org.jspecify.annotations.NullMarked;
