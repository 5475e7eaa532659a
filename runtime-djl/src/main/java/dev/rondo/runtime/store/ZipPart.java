package dev.rondo.runtime.store;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An entry to be written, measured before: the zip and {@code model.json} say at the beginning how
 * long it is and what its digests are. Entries are stored, not compressed, because weights do not
 * get smaller and compressed bytes differ between versions of zlib.
 */
record ZipPart(String name, Content content, long size, long crc, String sha256) {
  // Not the moment of writing, and not 1980-01-01: java.util.zip takes that for "before 1980" and
  // adds a field that depends on the time zone.
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  /**
   * Measures an entry.
   *
   * @throws ModelFileException if it is longer than the limit that readers have for it
   */
  static ZipPart of(String name, Content content, long limit, Place place) throws IOException {
    Measure measure = new Measure();
    content.writeTo(measure);
    if (measure.size() > limit) {
      throw place
          .in(name)
          .wrong("has " + measure.size() + " bytes, more than the limit of " + limit);
    }
    return new ZipPart(name, content, measure.size(), measure.crc(), measure.sha256());
  }

  void writeTo(ZipOutputStream zip) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCrc(crc);
    zip.putNextEntry(entry);
    content.writeTo(zip);
    zip.closeEntry();
  }
}
