package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The examples of a folder of folders, each of which is called like a class and holds its clips: a
 * file or a folder each. What begins with a dot is left out.
 */
final class FolderExamples<E> implements Examples<E> {
  private final ValueColumn<?> clip;
  private final Column label;
  private final RecordReader<E> reader;
  private final Cells cells;
  private final List<Path> clips;
  private int next;

  private FolderExamples(Schema schema, RecordReader<E> reader, List<Path> clips) {
    this.clip = clipOf(schema);
    this.label = schema.singles.stream().filter(it -> it != clip).findFirst().orElseThrow();
    this.reader = reader;
    this.clips = clips;
    this.cells = new Cells(schema.slots(), this::place);
  }

  /** Returns whether examples are clips with one answer each, which folders can hold. */
  static boolean fits(Schema schema) {
    return schema.singles.size() == 2
        && schema.sequences.isEmpty()
        && schema.singles.stream().filter(FolderExamples::isClip).count() == 1;
  }

  private static boolean isClip(Column column) {
    return column instanceof ValueColumn<?> value && value.ofFile();
  }

  private static ValueColumn<?> clipOf(Schema schema) {
    return (ValueColumn<?>)
        schema.singles.stream().filter(FolderExamples::isClip).findFirst().orElseThrow();
  }

  static <E> FolderExamples<E> open(Path folder, Schema schema, RecordReader<E> reader)
      throws IOException {
    List<Path> classes = entries(folder).stream().filter(Files::isDirectory).toList();
    if (classes.isEmpty()) {
      throw new ExampleFileException(
          "\"%s\" has no folders, expected one for each class, with its clips in it"
              .formatted(folder));
    }
    Stream.Builder<Path> clips = Stream.builder();
    for (Path folderOfClass : classes) {
      entries(folderOfClass).forEach(clips);
    }
    return new FolderExamples<>(schema, reader, clips.build().toList());
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> !name(entry).startsWith(".")).sorted().toList();
    }
  }

  private static String name(@Nullable Path path) {
    return path == null ? "" : String.valueOf(path.getFileName());
  }

  @Override
  public @Nullable E next() {
    if (next == clips.size()) {
      return null;
    }
    Path path = clips.get(next++);
    cells.start(next);
    put(clip, path.toString());
    put(label, name(path.getParent()));
    return Arguments.notNull(reader.read(cells), "example");
  }

  private void put(Column column, String text) {
    cells.put(column.slot, text.toCharArray(), 0, text.length());
  }

  private String place(Column column, Cells row) {
    Path path = clips.get(next - 1);
    return "\"%s\" (%s)".formatted(column == clip ? path : path.getParent(), column.path.full());
  }

  @Override
  public void close() {
    // no file stays open
  }
}
