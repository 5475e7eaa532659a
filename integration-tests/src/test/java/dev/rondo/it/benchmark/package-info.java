/** JMH benchmarks; {@code docs/performance.md} says how to run them and keeps their results. */
@NullMarked
package dev.rondo.it.benchmark;

import org.jspecify.annotations.NullMarked;
