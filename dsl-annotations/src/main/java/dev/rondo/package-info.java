/**
 * The language of Rondo: what makes an interface a sequence model, and the values it answers with.
 */
@NullMarked
package dev.rondo;

import org.jspecify.annotations.NullMarked;
