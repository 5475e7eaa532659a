/** The equations of layers, losses and optimizers in plain Java and double, to test against. */
@NullMarked
package dev.rondo.runtime.reference;

import org.jspecify.annotations.NullMarked;
