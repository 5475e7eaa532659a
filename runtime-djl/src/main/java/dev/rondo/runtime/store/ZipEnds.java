package dev.rondo.runtime.store;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Looks at both ends of a zip and at its table of contents before {@code ZipFile} does, which
 * allocates what the end says, and finds a zip behind other bytes too.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">ZIP: APPNOTE</a>
 */
final class ZipEnds {
  private static final int FIRST = 0x04034b50;

  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int END_COUNT = 10;
  private static final int END_TABLE_BYTES = 12;
  private static final int END_TABLE_BEGIN = 16;
  private static final int END_COMMENT_BYTES = 20;

  // where the table begins beyond 4 GiB: two more records before the end
  private static final int LARGE_END = 0x06064b50;
  private static final int LARGE_END_BYTES = 56;
  private static final int LARGE_END_TABLE_BEGIN = 48;
  private static final int LOCATOR_BYTES = 20;

  private static final int TABLE_ENTRY = 0x02014b50;
  private static final int TABLE_ENTRY_BYTES = 46;
  private static final int TABLE_ENTRY_NAME_BYTES = 28;
  private static final int TABLE_ENTRY_EXTRA_BYTES = 30;
  private static final int TABLE_ENTRY_COMMENT_BYTES = 32;
  private static final int TABLE_ENTRY_BEGIN = 42;

  /** An entry takes 46 bytes, its name and some extra fields. */
  private static final int TABLE_BYTES = ModelFormat.ENTRIES * 1_000;

  private ZipEnds() {}

  /**
   * Checks that a file begins as our zips do: not with a text, a web page, an archive of others.
   */
  static void checkBeginning(byte[] first, Place place) {
    if (first.length == 0) {
      throw place.wrong("is empty");
    }
    if (first.length < Integer.BYTES || littleEndian(first).getInt() != FIRST) {
      throw place.wrong("is no " + place.kind() + ": it does not begin like a zip");
    }
  }

  /**
   * Checks that a file is a zip from its first byte to its last, with a table of contents of
   * moderate size.
   */
  static void check(File file, Place place) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file, "r")) {
      long length = bytes.length();
      checkBeginning(read(bytes, 0, (int) Math.min(Integer.BYTES, length)).array(), place);
      long endBegin = Math.max(0, length - END_BYTES);
      ByteBuffer end = read(bytes, endBegin, END_BYTES);
      if (end.getInt(0) != END || end.getShort(END_COMMENT_BYTES) != 0) {
        throw place.wrong("is cut off or damaged: it does not end like a zip");
      }
      long tableBytes = Integer.toUnsignedLong(end.getInt(END_TABLE_BYTES));
      if (Short.toUnsignedInt(end.getShort(END_COUNT)) > ModelFormat.ENTRIES
          || tableBytes > TABLE_BYTES) {
        throw place.wrong(
            "its table of contents has more than the limit of " + ModelFormat.ENTRIES + " entries");
      }
      long begin = Integer.toUnsignedLong(end.getInt(END_TABLE_BEGIN));
      long tableEnd = endBegin;
      if (begin == 0xffffffffL) {
        tableEnd = Math.max(0, endBegin - LOCATOR_BYTES - LARGE_END_BYTES);
        ByteBuffer large = read(bytes, tableEnd, LARGE_END_BYTES);
        if (large.getInt(0) != LARGE_END) {
          throw place.wrong("is damaged: its end does not say where its table of contents begins");
        }
        begin = large.getLong(LARGE_END_TABLE_BEGIN);
      }
      if (begin != tableEnd - tableBytes || !beginsAtZero(read(bytes, begin, (int) tableBytes))) {
        throw place.wrong("has bytes before the zip, or its table of contents is damaged");
      }
    } catch (EOFException e) {
      throw place.wrong("is cut off", e);
    }
  }

  /** Returns whether an entry begins where the file does. */
  private static boolean beginsAtZero(ByteBuffer table) {
    int at = 0;
    while (at + TABLE_ENTRY_BYTES <= table.capacity() && table.getInt(at) == TABLE_ENTRY) {
      if (table.getInt(at + TABLE_ENTRY_BEGIN) == 0) {
        return true;
      }
      at +=
          TABLE_ENTRY_BYTES
              + Short.toUnsignedInt(table.getShort(at + TABLE_ENTRY_NAME_BYTES))
              + Short.toUnsignedInt(table.getShort(at + TABLE_ENTRY_EXTRA_BYTES))
              + Short.toUnsignedInt(table.getShort(at + TABLE_ENTRY_COMMENT_BYTES));
    }
    return false;
  }

  private static ByteBuffer read(RandomAccessFile file, long from, int length) throws IOException {
    if (from < 0) {
      throw new EOFException();
    }
    byte[] bytes = new byte[length];
    file.seek(from);
    file.readFully(bytes);
    return littleEndian(bytes);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
