/**
 * Typed examples in files: tables with a header (CSV, TSV), JSON Lines, tagged corpora (CoNLL), and
 * series with a label ({@code .ts}).
 *
 * <p>Users give {@link dev.rondo.runtime.data.file.ReadOption}s. Generated code describes where the
 * values of an example are ({@link dev.rondo.runtime.data.file.RecordLayout}), once per file, and
 * takes them from there row by row.
 */
@NullMarked
package dev.rondo.runtime.data.file;

import org.jspecify.annotations.NullMarked;
