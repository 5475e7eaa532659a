/** What Rondo's own modules share; not for users, and may change at any time. */
@NullMarked
package dev.rondo.internal;

import org.jspecify.annotations.NullMarked;
