/** Problems found in a model, and where in the user's source they are. */
@NullMarked
package dev.rondo.processor.diag;

import org.jspecify.annotations.NullMarked;
