/** How predictors answer many callers: options that a service sets. */
@NullMarked
package dev.rondo.runtime.serve;

import org.jspecify.annotations.NullMarked;
