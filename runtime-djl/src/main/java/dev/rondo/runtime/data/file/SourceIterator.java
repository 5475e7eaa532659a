package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.CloseableIterator;
import dev.rondo.runtime.data.ExampleFileException;
import dev.rondo.runtime.data.ExampleFiles;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One walk through a file of typed examples. */
final class SourceIterator<E> implements CloseableIterator<E> {
  private final Path file;
  private final BadRows badRows;
  private final Consumer<String> warnings;
  private final Examples<E> examples;
  private @Nullable E next;
  private @Nullable String firstSkipped;
  private long skipped;
  private boolean any;
  private boolean closed;

  /** Opens a file. */
  @FunctionalInterface
  interface Opener<E> {
    Examples<E> open(Consumer<String> notices) throws IOException;
  }

  SourceIterator(
      Path file,
      BadRows badRows,
      Opener<E> opener,
      Consumer<String> notices,
      Consumer<String> warnings) {
    this.file = file;
    this.badRows = badRows;
    this.warnings = warnings;
    try {
      this.examples = opener.open(notices);
    } catch (ExampleFileException e) {
      throw worst(e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public boolean hasNext() {
    if (next == null && !closed) {
      advance();
    }
    return next != null;
  }

  @Override
  public E next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    E example = next;
    next = null;
    return example;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      next = null;
      try {
        examples.close();
      } catch (IOException e) {
        throw unreadable(e);
      }
    }
  }

  /** Reads the next example; closes the file after the last one and before any error gets out. */
  private void advance() {
    boolean read = false;
    try {
      next = good();
      read = next != null;
      any |= read;
      if (!read) {
        end();
      }
    } catch (WrongRow e) {
      throw worst(new ExampleFileException(e.text(), e.getCause()));
    } catch (ExampleFileException e) {
      throw worst(e);
    } catch (IOException e) {
      throw unreadable(e);
    } finally {
      if (!read) {
        close();
      }
    }
  }

  private @Nullable E good() throws IOException {
    while (true) {
      try {
        return examples.next();
      } catch (WrongRow e) {
        if (badRows == BadRows.STOP) {
          throw e;
        }
        skipped++;
        firstSkipped = firstSkipped == null ? e.text() : firstSkipped;
      }
    }
  }

  private void end() {
    String wrongOnes =
        skipped == 0
            ? ""
            : ": %s skipped. The first: %s"
                .formatted(
                    skipped == 1 ? "1 wrong example was" : skipped + " wrong examples were",
                    firstSkipped);
    if (!any) {
      throw new ExampleFileException("\"" + file + "\" has no examples" + wrongOnes);
    }
    if (skipped > 0) {
      warnings.accept("\"" + file + "\"" + wrongOnes);
    }
  }

  /** A file in another encoding is that first of all, whatever else is wrong with its lines. */
  private ExampleFileException worst(ExampleFileException problem) {
    try {
      ExampleFiles.checkEncoding(file);
      return problem;
    } catch (ExampleFileException noUtf8) {
      return noUtf8;
    } catch (IOException e) {
      return problem;
    }
  }

  private ExampleFileException unreadable(IOException e) {
    return new ExampleFileException(
        e instanceof EOFException
            ? "\"" + file + "\" is compressed by gzip and cut off: it ends before its last byte."
            : "\"" + file + "\" cannot be read: " + e,
        e);
  }
}
