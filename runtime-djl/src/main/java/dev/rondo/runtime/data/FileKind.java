package dev.rondo.runtime.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** What a file's first bytes say that it is, where it is no text. */
public enum FileKind {
  TEXT("", ""),
  GZIP("compressed with gzip", "Unpack it first.", 0x1F, 0x8B),
  ZIP(
      "a ZIP archive, as workbooks of Excel are too",
      "Unpack it first, or save the sheet as CSV in UTF-8.",
      'P',
      'K',
      0x03,
      0x04),
  BZIP2("compressed with bzip2", "Unpack it first.", 'B', 'Z', 'h'),
  XZ("compressed with xz", "Unpack it first.", 0xFD, '7', 'z', 'X', 'Z', 0x00),
  ZSTD("compressed with zstd", "Unpack it first.", 0x28, 0xB5, 0x2F, 0xFD),
  UTF_16_BIG("UTF-16", "Save the file as UTF-8.", 0xFE, 0xFF),
  UTF_16_LITTLE("UTF-16", "Save the file as UTF-8.", 0xFF, 0xFE);

  private static final int LONGEST = 6;

  private final String name;
  private final String fix;

  /** The first bytes, a character each. */
  private final String start;

  FileKind(String name, String fix, int... start) {
    this.name = name;
    this.fix = fix;
    this.start = new String(start, 0, start.length);
  }

  private static FileKind of(byte[] first) {
    return Arrays.stream(values())
        .filter(kind -> kind != TEXT && kind.starts(first))
        .findFirst()
        .orElse(TEXT);
  }

  private boolean starts(byte[] first) {
    return new String(first, StandardCharsets.ISO_8859_1).startsWith(start);
  }

  /** Looks at a file. */
  public static FileKind of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(LONGEST));
    }
  }

  /**
   * Opens a file of examples; one that is compressed with gzip is unpacked.
   *
   * @throws ExampleFileException if it is no text
   */
  static InputStream open(Path file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file));
    try {
      in.mark(LONGEST);
      FileKind kind = of(in.readNBytes(LONGEST));
      in.reset();
      if (kind == GZIP) {
        return new GZIPInputStream(in, 1 << 16);
      }
      if (kind != TEXT) {
        throw new ExampleFileException(kind.refusal(Wording.quote(file.toString())));
      }
      return in;
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** Returns the sentence that refuses a file which is no text. */
  public String refusal(String file) {
    return "%s is %s, expected text. %s".formatted(file, name, fix);
  }

  /** Returns whether a file is called {@code .csv}, compressed or not. */
  static boolean isCalledCsv(Path file) {
    Path last = file.getFileName();
    if (last == null) {
      return false;
    }
    String called = last.toString().toLowerCase(Locale.ROOT);
    return called.endsWith(".csv") || called.endsWith(".csv.gz");
  }
}
