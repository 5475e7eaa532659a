/** What the samples share: options, progress on the console, results, orderly ends. */
@NullMarked
package dev.rondo.samples.common;

import org.jspecify.annotations.NullMarked;
