package dev.rondo.runtime.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is checked of every file of examples, whatever is in it. */
public final class ExampleFiles {
  private ExampleFiles() {}

  /**
   * Checks that there is such a file.
   *
   * @throws ExampleFileException if there is none, or it is a folder, a pipe or a device
   */
  public static void checkExists(Path file) {
    // a pipe would wait for somebody to write, and a device may never end
    if (Files.isDirectory(file)) {
      throw new ExampleFileException(
          "\"%s\" is a folder, expected a file (%s)".formatted(file, file.toAbsolutePath()));
    }
    if (Files.notExists(file)) {
      throw new ExampleFileException(
          "\"%s\" does not exist (%s)".formatted(file, file.toAbsolutePath()));
    }
    if (!Files.isRegularFile(file)) {
      throw new ExampleFileException(
          "\"%s\" is a pipe or a device, expected a file (%s)"
              .formatted(file, file.toAbsolutePath()));
    }
  }

  /**
   * Opens a file; one that is compressed with gzip, which its content tells, is unpacked.
   *
   * @throws ExampleFileException if it is no text: an archive, a workbook, UTF-16
   */
  public static InputStream open(Path file) throws IOException {
    return FileKind.open(file);
  }

  /**
   * Reads a file, at most its first million lines, to find out whether it is UTF-8.
   *
   * @throws ExampleFileException if it is not, naming line and byte
   */
  public static void checkEncoding(Path file) throws IOException {
    try (Utf8Lines lines = Utf8Lines.open(file)) {
      lines.checkRest();
    }
  }

  /**
   * Reads a file as far as it is UTF-8.
   *
   * @throws ExampleFileException where it is not, naming line and byte
   */
  public static void checkWholeEncoding(Path file) throws IOException {
    try (Utf8Lines lines = Utf8Lines.open(file)) {
      while (lines.next() != null) {
        // each line is checked while it is decoded
      }
    }
  }
}
