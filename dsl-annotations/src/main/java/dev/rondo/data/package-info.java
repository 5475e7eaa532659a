/** How inputs and outputs become numbers. */
@NullMarked
package dev.rondo.data;

import org.jspecify.annotations.NullMarked;
