/** Examples, and the codecs that turn inputs and outputs into numbers and back. */
@NullMarked
package dev.rondo.runtime.data;

import org.jspecify.annotations.NullMarked;
