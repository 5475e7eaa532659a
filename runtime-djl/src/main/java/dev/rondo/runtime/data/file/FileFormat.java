package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.ExampleFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** What a file is, by its name. */
enum FileFormat {
  COMMAS,
  TABS,
  JSON,
  SERIES,
  TAGGED,
  FOLDER;

  private static final String GZIP = ".gz";

  static FileFormat of(Path file) {
    if (Files.isDirectory(file)) {
      return FOLDER;
    }
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(GZIP)) {
      name = name.substring(0, name.length() - GZIP.length());
    }
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "csv" -> COMMAS;
      case "jsonl", "ndjson", "json" -> JSON;
      case "ts" -> SERIES;
      case "conll", "conllu", "conllup" -> TAGGED;
      default -> TABS;
    };
  }

  /** Opens a file. */
  <E> Examples<E> open(
      Path file, RecordLayout<E> layout, ReadOptions options, Consumer<String> notices)
      throws IOException {
    Schema schema = new Schema(notices);
    RecordReader<E> reader = layout.in(Columns.of(schema));
    Conll conll = options.conll();
    if (conll != null) {
      return ConllExamples.open(file, conll, schema, reader);
    }
    Grouping grouping = options.grouping();
    if (grouping != null && (this == JSON || this == SERIES)) {
      throw new ExampleFileException(
          ("\"%s\": %s is for tables with one step a row, but each line of this file is a"
                  + " whole example. Leave the grouping out.")
              .formatted(file, grouping));
    }
    return switch (this) {
      case COMMAS -> TableRows.examples(file, ',', schema, reader, options, notices);
      case TABS -> TableRows.examples(file, '\t', schema, reader, options, notices);
      case JSON -> JsonExamples.open(file, schema, reader, notices);
      case SERIES -> SeriesExamples.open(file, schema, reader);
      case FOLDER -> FolderExamples.open(file, schema, reader);
      case TAGGED ->
          throw new ExampleFileException(
              ("\"%s\" is a tagged corpus by its name: say which columns are read, as in"
                      + " Conll.columns(\"FORM\", \"UPOS\") or Conll.columns(1, 4).")
                  .formatted(file));
    };
  }
}
