package dev.rondo.runtime.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/**
 * Brings a zip that is a stream into a temporary file, because the table of contents is at its end.
 */
final class Spool {
  private final long limit;

  /**
   * Creates a spool.
   *
   * @param limit the most bytes that it copies
   */
  Spool(long limit) {
    this.limit = limit;
  }

  /** Copies the stream, opens the copy and deletes it: the archive keeps it until it is closed. */
  ZipArchive open(InputStream stream, Place place) {
    try {
      Path copy = Files.createTempFile("rondo-", ".model");
      try {
        copy(stream, copy, place);
        return ZipArchive.open(copy.toFile(), ZipFile.OPEN_READ | ZipFile.OPEN_DELETE, place);
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw place.wrong("cannot be read: " + e, e);
    }
  }

  private void copy(InputStream stream, Path copy, Place place) throws IOException {
    try (OutputStream out = Files.newOutputStream(copy)) {
      byte[] buffer = stream.readNBytes(Integer.BYTES);
      ZipEnds.checkBeginning(buffer, place);
      out.write(buffer);
      long copied = buffer.length;
      buffer = new byte[ModelFormat.BUFFER_BYTES];
      for (int read = stream.read(buffer); read != -1; read = stream.read(buffer)) {
        copied += read;
        if (copied > limit) {
          throw place.wrong("has more than the limit of " + limit + " bytes");
        }
        out.write(buffer, 0, read);
      }
    }
  }
}
