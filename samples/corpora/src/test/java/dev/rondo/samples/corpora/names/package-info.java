/** Tests of the sentences with names. */
@NullMarked
package dev.rondo.samples.corpora.names;

import org.jspecify.annotations.NullMarked;
