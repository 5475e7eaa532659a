/** The networks of the benchmarks by Deeplearning4j; only in the Maven profile {@code dl4j}. */
@NullMarked
package dev.rondo.it.benchmark.dl4j;

import org.jspecify.annotations.NullMarked;
