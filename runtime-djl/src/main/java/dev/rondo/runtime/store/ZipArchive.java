package dev.rondo.runtime.store;

import java.io.Closeable;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
  private static final int FIRST = 0x04034b50;
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int END_COUNT = 10;
  private static final int END_TABLE_BYTES = 12;
  private static final int END_COMMENT_BYTES = 20;

  /** An entry takes 46 bytes, its name and some extra fields. */
  private static final int TABLE_BYTES = ModelFormat.ENTRIES * 1_000;

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
      checkEnds(file, place);
      ZipFile zip = new ZipFile(file, mode);
      boolean opened = false;
      try {
        ZipArchive archive = new ZipArchive(zip, entries(zip, place), place);
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

  /**
   * Checks that a file begins as our zips do: not with a text, a web page, an archive of others.
   */
  static void checkBeginning(byte[] first, Place place) {
    if (first.length == 0) {
      throw place.wrong("is empty");
    }
    if (first.length < Integer.BYTES || littleEndian(first).getInt() != FIRST) {
      throw place.wrong("is no model file: it does not begin like a zip");
    }
  }

  private static void checkEnds(File file, Place place) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file, "r")) {
      long length = bytes.length();
      byte[] first = new byte[(int) Math.min(Integer.BYTES, length)];
      bytes.readFully(first);
      checkBeginning(first, place);
      byte[] last = new byte[END_BYTES];
      bytes.seek(Math.max(0, length - END_BYTES));
      bytes.readFully(last);
      ByteBuffer end = littleEndian(last);
      if (end.getInt(0) != END || end.getShort(END_COMMENT_BYTES) != 0) {
        throw place.wrong("is cut off or damaged: it does not end like a zip");
      }
      if (Short.toUnsignedInt(end.getShort(END_COUNT)) > ModelFormat.ENTRIES
          || Integer.toUnsignedLong(end.getInt(END_TABLE_BYTES)) > TABLE_BYTES) {
        throw place.wrong(
            "its table of contents has more than the limit of " + ModelFormat.ENTRIES + " entries");
      }
    } catch (EOFException e) {
      throw place.wrong("is cut off", e);
    }
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Map<String, ZipEntry> entries(ZipFile zip, Place place) {
    Map<String, ZipEntry> entries = new LinkedHashMap<>();
    for (Iterator<? extends ZipEntry> all = zip.entries().asIterator(); all.hasNext(); ) {
      ZipEntry entry = all.next();
      if (!ModelFormat.isEntryName(entry.getName())) {
        throw place.in(entry.getName()).wrong("has a name that no entry of a model file has");
      }
      if (entries.put(entry.getName(), entry) != null) {
        throw place.in(entry.getName()).wrong("is there twice");
      }
    }
    return entries;
  }

  Set<String> names() {
    return entries.keySet();
  }

  /** Returns the size that the zip declares for an entry, not compressed. */
  long size(String name) {
    return entry(name).getSize();
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
