/** One command that runs all benchmarks and prints what they measured as tables of ratios. */
@NullMarked
package dev.rondo.it.benchmark.report;

import org.jspecify.annotations.NullMarked;
