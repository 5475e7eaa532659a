package dev.rondo.runtime.data.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sentences of a tagged corpus: rows between blank lines. */
final class ConllRows implements Closeable {
  private static final String DOCUMENT = "-DOCSTART-";
  private static final Pattern WHITE_SPACE =
      Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ID = Pattern.compile("([0-9]{1,9})([-.][0-9]{1,9})?");

  private final Path file;
  private final TextLines lines;
  private final ConllFields fields;

  /** Whether the first line of the file is still to be read. */
  private boolean pending;

  /** The line of the first row, which says how the others look; 0 before it. */
  private long firstRow;

  private boolean tabs;
  private int width;

  private ConllRows(Path file, TextLines lines, ConllFields fields, boolean pending) {
    this.file = file;
    this.lines = lines;
    this.fields = fields;
    this.pending = pending;
  }

  static ConllRows open(Path file, Conll conll) throws IOException {
    TextLines lines = TextLines.open(file);
    boolean open = false;
    try {
      boolean any = lines.nextOrBlank();
      ConllFields fields = ConllFields.of(file, any ? lines.toString() : "", conll);
      open = true;
      return new ConllRows(file, lines, fields, any);
    } finally {
      if (!open) {
        lines.close();
      }
    }
  }

  ConllFields fields() {
    return fields;
  }

  /**
   * Returns the next sentence; null at the end.
   *
   * @throws WrongRow if one of its rows is wrong; the sentence after it can be read
   */
  @Nullable ConllSentence next() throws IOException {
    ConllSentence sentence = new ConllSentence();
    WrongRow problem = null;
    boolean between = true;
    int words = 0;
    while (advance()) {
      if (lines.isBlank()) {
        if (problem != null || !sentence.isEmpty()) {
          break;
        }
        between = true;
        words = 0;
      } else if (!isComment(between)) {
        between = false;
        try {
          words = read(sentence, words);
        } catch (WrongRow e) {
          problem = problem == null ? e : problem;
        }
      }
    }
    if (problem != null) {
      throw problem;
    }
    return sentence.isEmpty() ? null : sentence;
  }

  private boolean advance() throws IOException {
    if (pending) {
      pending = false;
      return true;
    }
    return lines.nextOrBlank();
  }

  /**
   * A word may begin with a number sign, too, or be one.
   *
   * @param between whether no row of the sentence was read yet
   */
  private boolean isComment(boolean between) {
    String line = lines.toString();
    if (!line.startsWith("#")) {
      return false;
    }
    if (fields.universal()) {
      return fields.id() >= 0 || between;
    }
    if (!between || line.contains("\t") || !(line.length() == 1 || line.charAt(1) == ' ')) {
      return false;
    }
    return firstRow == 0
        || tabs
        || line.contains(" = ")
        || WHITE_SPACE.split(line.strip()).length != width;
  }

  /** Adds a row to the sentence; returns how many words it has then. */
  private int read(ConllSentence sentence, int words) {
    String line = lines.toString();
    if (firstRow == 0) {
      firstRow = lines.number();
      tabs = line.contains("\t");
      width = fields.universal() ? fields.names().size() : split(line).length;
    }
    String[] found = split(line);
    if (found[0].equals(DOCUMENT)) {
      return words;
    }
    checkWidth(found.length);
    int word = words + 1;
    if (fields.id() >= 0) {
      Matcher id = ID.matcher(found[fields.id()]);
      if (id.matches() && id.group(2) != null) {
        return words;
      }
      if (!id.matches() || Integer.parseInt(id.group(1)) != word) {
        throw new WrongRow(
            ("\"%s\", line %s, column %s (ID): found \"%s\", expected %s, the number of the word in"
                    + " its sentence. A blank line ends a sentence.")
                .formatted(file, lines.number(), fields.id() + 1, found[fields.id()], word));
      }
    }
    sentence.add(
        lines.number(),
        fields.numbers().stream().map(number -> found[number]).toArray(String[]::new));
    return word;
  }

  private String[] split(String line) {
    return tabs ? line.split("\t", -1) : WHITE_SPACE.split(line.strip());
  }

  private void checkWidth(int found) {
    String separated = tabs ? "tabs" : "white space";
    if (fields.universal() && found != width) {
      throw new WrongRow(
          "\"%s\", line %s: found %s, separated by %s, expected %s: %s."
                  .formatted(
                      file,
                      lines.number(),
                      fieldCount(found),
                      separated,
                      width,
                      String.join(", ", fields.names()))
              + " Columns of other files are given by number, as in Conll.columns(1, 4).");
    }
    if (found < fields.fewest()) {
      throw new WrongRow(
          "\"%s\", line %s: found %s, separated by %s, but column %s is to be read."
              .formatted(file, lines.number(), fieldCount(found), separated, fields.fewest()));
    }
    if (found != width) {
      throw new WrongRow(
          "\"%s\", line %s: found %s, separated by %s, expected %s as in line %s."
              .formatted(file, lines.number(), fieldCount(found), separated, width, firstRow));
    }
  }

  private static String fieldCount(int count) {
    return count == 1 ? "1 field" : count + " fields";
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  @Override
  public String toString() {
    return file + " " + Arrays.toString(fields.numbers().toArray());
  }
}
