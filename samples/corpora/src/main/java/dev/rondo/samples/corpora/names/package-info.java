/**
 * Sentences with names of persons, places, organisations and dates: a grammar writes those to train
 * on, people wrote those to test on.
 */
@NullMarked
package dev.rondo.samples.corpora.names;

import org.jspecify.annotations.NullMarked;
