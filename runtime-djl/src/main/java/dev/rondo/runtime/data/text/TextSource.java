package dev.rondo.runtime.data.text;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.FileKind;
import dev.rondo.runtime.data.TextFileException;
import dev.rondo.runtime.data.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plain text in files in UTF-8, each of which is a document. It is read anew each time, in pieces,
 * so that it may be larger than memory. Immutable.
 */
public final class TextSource {
  /**
   * Where a text is cut in two there is a line end within this many bytes, or none is looked for.
   */
  private static final int LONGEST_LINE = 4096;

  private final List<Section> sections;

  private TextSource(List<Section> sections) {
    this.sections = List.copyOf(sections);
  }

  /** The part of a file from one byte up to another. */
  private record Section(Path file, long from, long to) {}

  /**
   * The two parts of a text.
   *
   * @param first the beginning
   * @param last the rest
   */
  public record Parts(TextSource first, TextSource last) {}

  /**
   * Returns the text of files, in this order.
   *
   * @throws IllegalArgumentException if there are none, or one is null
   * @throws TextFileException if one cannot be read
   */
  public static TextSource of(@Nullable Path... files) {
    if (files.length == 0) {
      throw new IllegalArgumentException("there are no files, expected at least one");
    }
    List<Section> sections = new ArrayList<>();
    for (Path file : Arrays.asList(Arguments.copyOf(files, "files"))) {
      sections.add(new Section(file, 0, size(file)));
    }
    return new TextSource(sections);
  }

  private static long size(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new TextFileException(
          Wording.file(file)
              + (Files.exists(file) ? " is no file" : " does not exist")
              + ", expected a text file");
    }
    try {
      FileKind kind = FileKind.of(file);
      if (kind != FileKind.TEXT) {
        throw new TextFileException(kind.refusal(Wording.file(file)));
      }
      return Files.size(file);
    } catch (IOException e) {
      throw new TextFileException("cannot read " + Wording.file(file) + ": " + e, e);
    }
  }

  /**
   * Cuts the text in two, by the bytes of the files, at the next line end where there is one near.
   *
   * @param share of the last part, above 0 and below 1
   * @throws IllegalArgumentException if the share is out of range, or a part would be empty
   */
  public Parts splitLast(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "share is " + share + ", must be above 0 and below 1: a part of the text");
    }
    long all = sections.stream().mapToLong(section -> section.to() - section.from()).sum();
    long before = Math.round(all * (1 - share));
    List<Section> first = new ArrayList<>();
    List<Section> last = new ArrayList<>();
    for (Section section : sections) {
      long length = section.to() - section.from();
      if (before <= 0) {
        last.add(section);
      } else if (before >= length) {
        first.add(section);
      } else {
        long cut = cut(section, section.from() + before);
        first.add(new Section(section.file(), section.from(), cut));
        last.add(new Section(section.file(), cut, section.to()));
      }
      before -= length;
    }
    Parts parts = new Parts(new TextSource(first), new TextSource(last));
    if (parts.first().isEmpty() || parts.last().isEmpty()) {
      throw new IllegalArgumentException(
          "the text of " + all + " bytes is too short to set its last " + share + " aside");
    }
    return parts;
  }

  /**
   * Returns whether there is nothing but white space.
   *
   * @throws TextFileException if a file cannot be read, or is no UTF-8
   */
  public boolean isBlank() {
    for (Section section : sections) {
      try (TextPieces pieces = TextPieces.open(section.file(), section.from(), section.to())) {
        for (String next = pieces.next(); next != null; next = pieces.next()) {
          if (!next.isBlank()) {
            return false;
          }
        }
      } catch (IOException e) {
        throw unreadable(section, e);
      }
    }
    return true;
  }

  /**
   * Returns whether a file of this text is one of the other, by whatever path.
   *
   * @throws TextFileException if a file cannot be read
   */
  public boolean sharesFileWith(TextSource other) {
    for (Section section : sections) {
      for (Section another : other.sections) {
        try {
          if (Files.isSameFile(section.file(), another.file())) {
            return true;
          }
        } catch (IOException e) {
          throw unreadable(section, e);
        }
      }
    }
    return false;
  }

  /** Returns the files, each in quotes. */
  @Override
  public String toString() {
    return Wording.list(sections.stream().map(section -> Wording.file(section.file())).toList());
  }

  private boolean isEmpty() {
    return sections.stream().allMatch(section -> section.to() == section.from());
  }

  private static long cut(Section section, long wanted) {
    try (InputStream in = Files.newInputStream(section.file())) {
      in.skipNBytes(wanted - 1);
      byte[] near = in.readNBytes((int) Math.min(LONGEST_LINE, section.to() - wanted));
      for (int i = 0; i < near.length; i++) {
        if (near[i] == '\n') {
          return wanted + i;
        }
      }
      // no byte of the kind 10xxxxxx starts a character
      int start = 1;
      while (start < near.length && (near[start] & 0xC0) == 0x80) {
        start++;
      }
      return wanted - 1 + start;
    } catch (IOException e) {
      throw unreadable(section, e);
    }
  }

  /**
   * Gives the text to a reader, piece by piece.
   *
   * @param piece is given pieces of at most some thousand characters, cut where no character, and
   *     if possible no word, is divided
   * @throws TextFileException if a file cannot be read, or is no UTF-8
   */
  public void forEachPiece(Consumer<String> piece) {
    forEachPiece(piece, () -> {});
  }

  /** As {@link #forEachPiece(Consumer)}, and says where a document ends. */
  public void forEachPiece(Consumer<String> piece, Runnable endOfDocument) {
    for (Section section : sections) {
      try (TextPieces pieces = TextPieces.open(section.file(), section.from(), section.to())) {
        for (String next = pieces.next(); next != null; next = pieces.next()) {
          piece.accept(next);
        }
      } catch (IOException e) {
        throw unreadable(section, e);
      }
      endOfDocument.run();
    }
  }

  private static TextFileException unreadable(Section section, IOException cause) {
    return new TextFileException(
        "cannot read " + Wording.file(section.file()) + ": " + cause, cause);
  }
}
