/** Tests of the server that is simulated. */
@NullMarked
package dev.rondo.samples.corpora.server;

import org.jspecify.annotations.NullMarked;
