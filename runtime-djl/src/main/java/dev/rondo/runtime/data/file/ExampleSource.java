package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.CloseableIterator;
import dev.rondo.runtime.data.ExampleFileException;
import dev.rondo.runtime.data.ExampleFiles;
import dev.rondo.runtime.data.Notices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The typed examples of a file, read anew by each iteration, so that it may be larger than memory.
 *
 * <p>What the file is called says what it is, with {@code .gz} at its end or without:
 *
 * <ul>
 *   <li>{@code .csv}: a table with a header, one example a row, or one step a row with {@link
 *       Grouping}. Fields are separated by commas, with quotes as of <a
 *       href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>.
 *   <li>{@code .jsonl}, {@code .ndjson}, {@code .json}: <a href="https://jsonlines.org">JSON
 *       Lines</a>, one object a line, records as objects and sequences as arrays.
 *   <li>{@code .ts}: series with a label, as of <a
 *       href="https://www.timeseriesclassification.com">timeseriesclassification.com</a> and
 *       sktime.
 *   <li>{@code .conll}, {@code .conllu}, {@code .conllup}, and any other file with {@link Conll}: a
 *       tagged corpus, one token a row.
 *   <li>a folder, where an example is a clip, such as a sound or pictures, and its answer: one
 *       folder in it for each class, with a file or a folder for each clip.
 *   <li>anything else: a table whose fields are separated by tabs, with quotes as in {@code .csv}.
 * </ul>
 *
 * <p>The columns of a table are in any order. Further columns, and further fields of JSON, are
 * ignored; the log (logger {@code dev.rondo.data}) says so once. Encoding is UTF-8; a byte order
 * mark and blank lines are skipped. What is compressed with gzip is unpacked, whatever it is
 * called.
 *
 * @param <E> the type of an example
 */
public final class ExampleSource<E> implements Iterable<E> {
  private static final String LOGGER = "dev.rondo.data";

  private final Path file;
  private final RecordLayout<E> layout;
  private final ReadOptions options;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  private ExampleSource(Path file, RecordLayout<E> layout, ReadOptions options) {
    this.file = file;
    this.layout = layout;
    this.options = options;
  }

  /**
   * Returns the examples of a file.
   *
   * @param layout the columns of an example
   * @param options each kind at most once
   * @throws ExampleFileException if the file does not exist, or is a pipe, a device, or a folder
   *     that such examples are not read from
   * @throws IllegalArgumentException if an argument is null, or an option is there twice
   */
  public static <E> ExampleSource<E> of(Path file, RecordLayout<E> layout, ReadOption... options) {
    Arguments.notNull(file, "file");
    Arguments.notNull(layout, "layout");
    ReadOptions checked = ReadOptions.of(Arguments.copyOf(options, "options"));
    ExampleSource<E> source = new ExampleSource<>(file, layout, checked);
    source.checkExists();
    return source;
  }

  private void checkExists() {
    if (Files.isDirectory(file)) {
      Schema schema = new Schema(notice -> {});
      layout.in(Columns.of(schema));
      if (FolderExamples.fits(schema)) {
        return;
      }
    }
    ExampleFiles.checkExists(file);
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
    checkExists();
    return new SourceIterator<>(
        file,
        options.badRows(),
        notices -> FileFormat.of(file).open(file, layout, options, notices),
        once(Notices.information(LOGGER)),
        once(Notices.warning(LOGGER)));
  }

  /** Tells what a user should know, once however often the file is read. */
  private Consumer<String> once(Consumer<String> teller) {
    return notice -> {
      if (told.add(notice)) {
        teller.accept(notice);
      }
    };
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
