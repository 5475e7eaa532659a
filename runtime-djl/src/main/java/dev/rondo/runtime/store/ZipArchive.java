package dev.rondo.runtime.store;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A zip whose table of contents was looked at before {@link ZipFile} reads it: {@code ZipFile}
 * allocates what the end record says, takes entries of equal name, and compares no checksum.
 */
final class ZipArchive implements Closeable {
  private final ZipFile zip;
  private final Map<String, ZipEntry> entries;
  private final Place place;

  private ZipArchive(ZipFile zip, Map<String, ZipEntry> entries, Place place) {
    this.zip = zip;
    this.entries = entries;
    this.place = place;
  }

  /**
   * Opens a zip.
   *
   * @param mode as for {@link ZipFile#ZipFile(File, int)}
   * @throws ModelFileException if it is none, or if its entries have names that ours never have
   */
  static ZipArchive open(File file, int mode, Place place) {
    try {
      ZipEnds.check(file, place);
      long length = file.length(); // before it is opened, which may delete it
      ZipFile zip = new ZipFile(file, mode);
      boolean opened = false;
      try {
        ZipArchive archive = new ZipArchive(zip, entries(zip, length, place), place);
        opened = true;
        return archive;
      } finally {
        if (!opened) {
          zip.close();
        }
      }
    } catch (ModelFileException e) {
      throw e;
    } catch (IOException e) {
      throw place.wrong("is damaged or no zip: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      // ZipFile's parser of names and extra fields lets some of its own failures through
      throw place.wrong("is damaged: its table of contents cannot be read", e);
    }
  }

  private static Map<String, ZipEntry> entries(ZipFile zip, long length, Place place) {
    Map<String, ZipEntry> entries = new LinkedHashMap<>();
    for (Iterator<? extends ZipEntry> all = zip.entries().asIterator(); all.hasNext(); ) {
      ZipEntry entry = all.next();
      if (!ModelFormat.isEntryName(entry.getName())) {
        throw place
            .in(entry.getName())
            .wrong("has a name that no entry of a " + place.kind() + " has");
      }
      if (entries.put(entry.getName(), entry) != null) {
        throw place.in(entry.getName()).wrong("is there twice");
      }
      checkSize(entry, length, place.in(entry.getName()));
    }
    return entries;
  }

  /** Refuses sizes that a file of this length has no room for, before anything is allocated. */
  private static void checkSize(ZipEntry entry, long length, Place place) {
    long size = entry.getSize();
    long compressed = Math.min(entry.getCompressedSize(), length);
    if (entry.getMethod() == ZipEntry.STORED) {
      if (size < 0 || size != compressed) {
        throw place.wrong(
            "declares %s bytes, but %s are there".formatted(size, Math.max(0, compressed)));
      }
    } else if (size < 0 || size > ModelFormat.unpacked(entry.getName(), compressed)) {
      throw place.wrong(
          "declares %s bytes, too many for %s compressed ones".formatted(size, compressed));
    }
  }

  Set<String> names() {
    return entries.keySet();
  }

  /** Returns the size that the zip declares for an entry, not compressed. */
  long size(String name) {
    return entry(name).getSize();
  }

  /**
   * Returns the size of an entry, or less where so much of it is repetition that an attacker could
   * have claimed it for nothing.
   */
  long room(String name) {
    ZipEntry entry = entry(name);
    return Math.min(entry.getSize(), ModelFormat.room(entry.getCompressedSize()));
  }

  /** Whether an entry has no more bytes than the file gives it. */
  boolean isStored(String name) {
    return entry(name).getMethod() == ZipEntry.STORED;
  }

  /**
   * Starts to read an entry.
   *
   * @throws ModelFileException if there is none, or if it declares more bytes than the limit
   * @throws IllegalStateException if the archive is closed
   */
  EntryReader read(String name, long limit) {
    ZipEntry entry = entry(name);
    Place inside = place.in(name);
    if (entry.getSize() < 0 || entry.getSize() > limit) {
      throw inside.wrong("declares " + entry.getSize() + " bytes, more than the limit of " + limit);
    }
    try {
      return new EntryReader(zip.getInputStream(entry), entry.getSize(), entry.getCrc(), inside);
    } catch (IOException e) {
      throw inside.wrong("cannot be read: " + e.getMessage(), e);
    }
  }

  private ZipEntry entry(String name) {
    ZipEntry entry = entries.get(name);
    if (entry == null) {
      throw place.in(name).wrong("is missing");
    }
    return entry;
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw place.wrong("cannot be closed", e);
    }
  }
}
