package dev.rondo.runtime.data;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows whose fields are separated by single tabs; nothing is quoted. */
record TabRecords(Utf8Lines lines) implements Records {
  @Override
  public @Nullable Fields next() throws IOException {
    String line = lines.next();
    while (line != null && line.isBlank()) {
      line = lines.next();
    }
    return line == null ? null : new Fields(lines.number(), List.of(line.split("\t", -1)));
  }

  @Override
  public String separation() {
    return "Separate the fields of a line by one tab each.";
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
