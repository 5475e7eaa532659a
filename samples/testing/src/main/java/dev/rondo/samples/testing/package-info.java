/** What the tests of the samples share. */
@NullMarked
package dev.rondo.samples.testing;

import org.jspecify.annotations.NullMarked;
