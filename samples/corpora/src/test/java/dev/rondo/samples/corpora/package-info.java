/** Tests of the sentences that ship with the samples. */
@NullMarked
package dev.rondo.samples.corpora;

import org.jspecify.annotations.NullMarked;
