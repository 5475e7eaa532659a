package dev.rondo.it.benchmark.report;

import java.util.List;
import java.util.function.Function;

/**
 * A line of a table.
 *
 * @param name what is measured; the first cell
 * @param trials what has to be run for it, Rondo's first
 * @param cells makes the other cells of what came of the trials
 */
record Line(String name, List<Trial> trials, Function<List<Outcome>, List<String>> cells) {}
