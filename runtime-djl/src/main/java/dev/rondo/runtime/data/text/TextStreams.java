package dev.rondo.runtime.data.text;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.TextFileException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A text in numbers, to be read as several streams side by side.
 *
 * <p>The documents stand one behind the other, with a {@linkplain #BOUNDARY boundary} before the
 * first, between each two, and after the last. From each token the next one is to be foretold: the
 * first token of a document from the boundary before it, and from the last token the boundary
 * behind it, so that a model learns how texts begin and end.
 *
 * <p>The numbers stand in a temporary file, which goes with {@link #close()}: text may be larger
 * than memory, and is cut into tokens only once. For use by one thread.
 */
public final class TextStreams implements AutoCloseable {
  /** What stands between documents: the number of padding, which no token has. */
  public static final int BOUNDARY = Vocabulary.PADDING;

  private final TokenFile file;
  private long size;
  private long boundaries;
  private int last = BOUNDARY;

  private TextStreams(TokenFile file) {
    this.file = file;
  }

  /**
   * Encodes a text.
   *
   * @throws TextFileException if it cannot be read
   * @throws IllegalArgumentException if it has no tokens
   */
  public static TextStreams of(TextSource text, TextCodec codec) {
    TextStreams streams = new TextStreams(TokenFile.create());
    boolean complete = false;
    try {
      streams.append(BOUNDARY);
      text.forEachPiece(
          piece -> {
            for (int token : codec.tokens(piece)) {
              streams.append(token);
            }
          },
          () -> streams.endDocument(codec));
      streams.file.flush();
      if (streams.size == streams.boundaries) {
        throw new IllegalArgumentException(
            "the text is empty: " + text + " has no tokens to learn from");
      }
      complete = true;
      return streams;
    } finally {
      if (!complete) {
        streams.close();
      }
    }
  }

  private void endDocument(TextCodec codec) {
    if (last != BOUNDARY && codec.lacksEnd(last)) {
      append(codec.lineEnd());
    }
    append(BOUNDARY);
  }

  private void append(int token) {
    file.append(token);
    last = token;
    size++;
    boundaries += token == BOUNDARY ? 1 : 0;
  }

  /** Returns how many tokens are foretold in all, boundaries included. */
  public long tokens() {
    return size - 1;
  }

  /**
   * Returns the windows of one reading, which ends when every token was foretold once.
   *
   * <p>The text is divided into rows of equal length, up to one token, which go on from window to
   * window. A row's part of a window ends early where its document or the row does.
   *
   * @param rows the most streams side by side, at least 1; fewer if each would be shorter than a
   *     window
   * @param length the most steps of a window, at least 1
   * @throws IllegalArgumentException if one of them is below 1
   */
  public Iterable<Window> windows(int rows, int length) {
    Arguments.atLeastOne(rows, "rows");
    Arguments.atLeastOne(length, "length");
    int used = (int) Math.max(1, Math.min(rows, tokens() / length));
    return () -> new Windows(used, length);
  }

  /** Deletes the temporary file; a second call does nothing. */
  @Override
  public void close() {
    file.close();
  }

  /** A row of the text: what is left of it. */
  private static final class Stream {
    private long at;
    private final long end;
    private int place = -1;

    Stream(long at, long end) {
      this.at = at;
      this.end = end;
    }
  }

  private final class Windows implements Iterator<Window> {
    private final int length;
    private List<Stream> streams = new ArrayList<>();

    Windows(int rows, int length) {
      this.length = length;
      for (int row = 0; row < rows; row++) {
        streams.add(new Stream(start(row, rows), start(row + 1, rows)));
      }
    }

    private long start(int row, int rows) {
      // the longer rows first; no product that could overflow
      return row * (tokens() / rows) + Math.min(row, tokens() % rows);
    }

    @Override
    public boolean hasNext() {
      return !streams.isEmpty();
    }

    @Override
    public Window next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      List<int[]> inputs = new ArrayList<>();
      List<int[]> targets = new ArrayList<>();
      List<Integer> previous = new ArrayList<>();
      List<Stream> left = new ArrayList<>();
      for (int row = 0; row < streams.size(); row++) {
        Stream stream = streams.get(row);
        int most = (int) Math.min(length, stream.end - stream.at);
        int[] tokens = file.read(stream.at, most + 1);
        int steps = steps(tokens);
        inputs.add(slice(tokens, 0, steps));
        targets.add(slice(tokens, 1, steps));
        previous.add(tokens[0] == BOUNDARY ? -1 : stream.place);
        stream.at += steps;
        stream.place = row;
        if (stream.at < stream.end) {
          left.add(stream);
        }
      }
      streams = left;
      return new Window(inputs, targets, previous);
    }

    /** A boundary is read in the first step of a window only. */
    private int steps(int[] tokens) {
      for (int i = 1; i < tokens.length - 1; i++) {
        if (tokens[i] == BOUNDARY) {
          return i;
        }
      }
      return tokens.length - 1;
    }

    private static int[] slice(int[] tokens, int from, int count) {
      int[] slice = new int[count];
      System.arraycopy(tokens, from, slice, 0, count);
      return slice;
    }
  }
}
