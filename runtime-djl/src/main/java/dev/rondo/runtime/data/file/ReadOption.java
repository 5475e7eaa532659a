package dev.rondo.runtime.data.file;

/**
 * Says how a file of examples is read: {@link Grouping}, {@link Conll} and {@link BadRows}, each at
 * most once.
 *
 * <pre>{@code
 * List<MonitorExample> examples =
 *     MonitorExample.read(Path.of("machines.csv"), Grouping.by("machine"), BadRows.SKIP);
 * }</pre>
 */
public sealed interface ReadOption permits Grouping, Conll, BadRows {}
