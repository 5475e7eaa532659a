package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.ExampleFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one walk through a file gave and told.
 *
 * @param error the message of what it ended with, without the path in quotes at its start
 */
record Walk<E>(
    List<E> examples, List<String> notices, List<String> warnings, @Nullable String error) {
  static <E> Walk<E> through(Path file, RecordLayout<E> layout, ReadOption... options) {
    List<E> examples = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    ReadOptions all = ReadOptions.of(options);
    String error = null;
    try {
      new SourceIterator<>(
              file,
              all.badRows(),
              told -> FileFormat.of(file).open(file, layout, all, told),
              notices::add,
              warnings::add)
          .forEachRemaining(examples::add);
    } catch (ExampleFileException e) {
      error = without(file, String.valueOf(e.getMessage()));
    }
    return new Walk<>(
        examples,
        notices.stream().map(notice -> without(file, notice)).toList(),
        warnings.stream().map(warning -> without(file, warning)).toList(),
        error);
  }

  private static String without(Path file, String message) {
    return message.replace("\"" + file + "\"", "");
  }
}
