/** Writing with language models. */
@NullMarked
package dev.rondo.runtime.decode;

import org.jspecify.annotations.NullMarked;
