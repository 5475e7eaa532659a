package dev.rondo.runtime.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A text file with one example a line, read anew by each iteration, so that it may be larger than
 * memory.
 *
 * <p>The file may be compressed with gzip. One called {@code .csv} or {@code .csv.gz} has its
 * fields separated by commas, with quotes as of <a
 * href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>; in any other file one tab separates
 * two fields and quotes are characters like all others. Encoding is UTF-8, a byte order mark is
 * skipped. Lines end with a line feed, a carriage return or both; inside a quoted field each of
 * these reads as a line feed. Lines with nothing but white space are skipped.
 *
 * <p>The first line may be a header:
 *
 * <ul>
 *   <li>If it names all columns, ignoring case, each is found by its name, in any order, and
 *       further columns are ignored.
 *   <li>If it cannot be read as an example and its last field is {@code expected}, {@code label},
 *       {@code class} or {@code target}, ignoring case, it is skipped.
 *   <li>If an example is nothing but texts, so that any line can be read as one, the first is
 *       skipped if all its fields are different names that such columns usually have, ignoring
 *       case: those of the columns themselves; {@code source}, {@code src}, {@code input}, {@code
 *       text}, {@code sentence}; in the last field {@code target}, {@code tgt}, {@code output},
 *       {@code translation}, {@code expected}, {@code label} or {@code class}; or languages, as in
 *       {@code en, fr} and {@code English, French}. That is logged as {@code dev.rondo.data}.
 * </ul>
 *
 * <p>Otherwise, and in the last two cases, the fields are the columns in their order. All lines
 * must have the same number of fields.
 *
 * @param <E> the type of an example
 */
public final class ExampleFile<E> implements Iterable<E> {
  private final Path file;
  private final List<String> columns;
  private final RowReader<E> reader;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  private ExampleFile(Path file, List<String> columns, RowReader<E> reader) {
    this.file = file;
    this.columns = columns;
    this.reader = reader;
  }

  /**
   * Returns the examples of a file.
   *
   * @param columns the names of the columns, in their order
   * @param reader makes an example of a row
   * @throws ExampleFileException if the file does not exist or is a folder
   * @throws IllegalArgumentException if an argument is null, or {@code columns} is empty or has a
   *     name twice
   */
  public static <E> ExampleFile<E> of(Path file, List<String> columns, RowReader<E> reader) {
    Arguments.notNull(file, "file");
    Arguments.notNull(reader, "reader");
    List<String> names = List.copyOf(Arguments.notNull(columns, "columns"));
    if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException("columns must be different names, found " + names);
    }
    ExampleFiles.checkExists(file);
    return new ExampleFile<>(file, names, reader);
  }

  /**
   * Opens the file and returns its examples in order. All methods of the iterator throw an {@link
   * ExampleFileException} where the file cannot be read further, or has no examples at all.
   *
   * <p>The file is closed after the last example, at the first error, and by {@link
   * CloseableIterator#close}. Who stops early should close; else the file stays open until the
   * garbage collector finds the iterator.
   */
  @Override
  public CloseableIterator<E> iterator() {
    ExampleFiles.checkExists(file);
    return new ExampleIterator<>(file, columns, reader, this::tell);
  }

  /** Tells what a user should know, once however often the file is read. */
  private void tell(String notice) {
    if (told.add(notice)) {
      Notices.information("dev.rondo.data").accept(notice);
    }
  }

  /**
   * Reads the whole file.
   *
   * @return the examples in order; unmodifiable
   * @throws ExampleFileException if the file cannot be read, or has no examples
   */
  public List<E> toList() {
    List<E> examples = new ArrayList<>();
    forEach(examples::add);
    return List.copyOf(examples);
  }

  /** Returns the path of the file. */
  @Override
  public String toString() {
    return file.toString();
  }
}
