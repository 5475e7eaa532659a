package dev.rondo.runtime.data.text;

import com.ibm.icu.text.Normalizer2;
import dev.rondo.runtime.data.FileKind;
import dev.rondo.runtime.data.TextFileException;
import dev.rondo.runtime.data.WordVectors;
import dev.rondo.runtime.data.Wording;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The lines of a file of word vectors. Words are what stands before the numbers, so they are found
 * from the end of a line: {@code . . . 0.1 0.2} is the word {@code . . .} where a vector has two
 * numbers. Bytes that are no UTF-8 are read as U+FFFD: such a word is in no vocabulary.
 */
public final class VectorLines {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST = 1 << 20;
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(?:[0-9]+\\.[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  private final Path file;
  private final InputStream in;
  private final int size;
  private final WordVectors.Reader reader;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
  private byte[] line = new byte[BUFFER];
  private int length;
  private long number;
  private long vectors;
  private long promised = -1;

  /** Whether the first vector was read, which decides what kind of file it is. */
  private boolean decided;

  private VectorLines(Path file, InputStream in, int size, WordVectors.Reader reader) {
    this.file = file;
    this.in = in;
    this.size = size;
    this.reader = reader;
  }

  public static WordVectors.Read read(Path file, int size, WordVectors.Reader reader)
      throws IOException {
    FileKind kind = FileKind.of(file);
    if (kind != FileKind.TEXT && kind != FileKind.GZIP) {
      throw new TextFileException(kind.refusal(Wording.file(file)));
    }
    try (InputStream bytes = Files.newInputStream(file);
        InputStream in =
            kind == FileKind.GZIP
                ? new GZIPInputStream(new BufferedInputStream(bytes), BUFFER)
                : bytes) {
      return new VectorLines(file, in, size, reader).read();
    }
  }

  private WordVectors.Read read() throws IOException {
    while (next()) {
      if (number == 1 && isHeader()) {
        continue;
      }
      if (length > 0) {
        vector();
      }
    }
    if (vectors == 0) {
      throw new TextFileException(
          "%s has no word vectors, expected a word and %s numbers a line"
              .formatted(Wording.file(file), size));
    }
    return new WordVectors.Read(vectors, promised);
  }

  /** Goes to the next line, without white space at its end; false after the last one. */
  private boolean next() throws IOException {
    if (position == limit && !fill()) {
      return false;
    }
    number++;
    length = 0;
    boolean complete = false;
    do {
      int start = position;
      while (position < limit && buffer[position] != '\n') {
        position++;
      }
      append(start);
      if (position < limit) {
        position++;
        complete = true;
      }
    } while (!complete && fill());
    while (length > 0 && line[length - 1] >= 0 && line[length - 1] <= ' ') {
      length--;
    }
    return true;
  }

  private void append(int start) {
    int count = position - start;
    if (length + count > LONGEST) {
      throw wrong("the line has more than " + LONGEST + " bytes");
    }
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.max(2 * line.length, length + count));
    }
    System.arraycopy(buffer, start, line, length, count);
    length += count;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }

  /** Reads the line of two whole numbers that word2vec begins a file with, if this is it. */
  private boolean isHeader() {
    List<String> fields = length < 64 ? fields(0, length) : List.of();
    if (fields.size() != 2
        || !fields.stream().allMatch(field -> WHOLE.matcher(field).matches())
        || (size == 1 && !fields.get(1).equals("1"))) {
      return false;
    }
    if (!fields.get(1).equals(Integer.toString(size))) {
      throw otherSize(
          "the line says that its vectors have " + fields.get(1) + " numbers", fields.get(1));
    }
    promised = Long.parseLong(fields.get(0));
    return true;
  }

  private List<String> fields(int from, int to) {
    List<String> fields = new ArrayList<>();
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || separates(line[i])) {
        if (i > start) {
          fields.add(new String(line, start, i - start, StandardCharsets.UTF_8));
        }
        start = i + 1;
      }
    }
    return fields;
  }

  private static boolean separates(byte b) {
    return b == ' ' || b == '\t';
  }

  private void vector() {
    int numbers = length;
    int found = 0;
    while (found < size && numbers > 0) {
      while (numbers > 0 && !separates(line[numbers - 1])) {
        numbers--;
      }
      found++;
      if (found < size) {
        while (numbers > 0 && separates(line[numbers - 1])) {
          numbers--;
        }
      }
    }
    if (found < size || numbers == 0) {
      throw wrongCount(Math.max(0, fields(0, length).size() - 1));
    }
    int end = numbers;
    while (end > 0 && separates(line[end - 1])) {
      end--;
    }
    vectors++;
    if (end > 0) {
      vector(word(end), numbers);
    }
    decided = true;
  }

  private String word(int end) {
    String word = new String(line, 0, end, StandardCharsets.UTF_8);
    if (number == 1 && word.startsWith("\uFEFF")) {
      word = word.substring(1);
    }
    if (word.indexOf(' ') >= 0 || word.indexOf('\t') >= 0) {
      List<String> parts = fields(0, end);
      List<String> more = parts.subList(1, parts.size());
      if (!more.isEmpty() && more.stream().allMatch(this::isNumber)) {
        throw wrongCount(size + more.size());
      }
    }
    return NFC.isNormalized(word) ? word : NFC.normalize(word);
  }

  /** Words may end with a whole number, but not that of the first vector, which tells the size. */
  private boolean isNumber(String part) {
    return DECIMAL.matcher(part).matches() || (!decided && WHOLE.matcher(part).matches());
  }

  private void vector(String word, int from) {
    if (!reader.wants(word)) {
      // one that is not kept is looked at once, or any text would be a file of vectors
      if (!decided) {
        numbers(from);
      }
      return;
    }
    reader.take(word, numbers(from));
  }

  private float[] numbers(int from) {
    float[] vector = new float[size];
    int place = 0;
    for (String field : fields(from, length)) {
      float value = Float.NaN;
      try {
        value = Float.parseFloat(field);
      } catch (NumberFormatException e) {
        // is no number
      }
      if (!Float.isFinite(value)) {
        throw isBinary()
            ? binary()
            : wrong("number %s is %s".formatted(place + 1, Wording.quote(field)));
      }
      vector[place++] = value;
    }
    return vector;
  }

  private TextFileException wrongCount(int count) {
    if (isBinary()) {
      return binary();
    }
    return !decided
        ? otherSize("the line has %s numbers".formatted(count), Integer.toString(count))
        : wrong("the line has %s numbers".formatted(count));
  }

  /** Returns whether the first vector has bytes that no text has. */
  private boolean isBinary() {
    for (int i = 0; i < length && !decided; i++) {
      if (line[i] >= 0 && line[i] < ' ' && line[i] != '\t' && line[i] != '\r') {
        return true;
      }
    }
    return false;
  }

  private TextFileException binary() {
    return wrong(
        "the line is no text, as in word2vec's binary format",
        "Write the vectors as text, with gensim by save_word2vec_format(file, binary=False).");
  }

  private TextFileException otherSize(String found, String numbers) {
    return wrong(
        found,
        "The embedding has size = %s: %stake vectors of %s numbers."
            .formatted(
                size,
                numbers.equals("0")
                    ? ""
                    : "write @Embedding(size = %s) where they have as many, or ".formatted(numbers),
                size));
  }

  private TextFileException wrong(String found) {
    return wrong(found, "Mend the line, or leave it out.");
  }

  private TextFileException wrong(String found, String fix) {
    return new TextFileException(
        "%s, line %s: %s, expected a word and %s numbers with spaces between them. %s"
            .formatted(Wording.file(file), number, found, size, fix));
  }
}
