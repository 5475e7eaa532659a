/** Rules about the interface, its method, names and training. */
@NullMarked
package dev.rondo.processor.check.model;

import org.jspecify.annotations.NullMarked;
