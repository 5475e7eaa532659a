package dev.rondo.runtime.data.text;

import dev.rondo.runtime.data.Arguments;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Documents in memory, read side by side from their beginnings, some at a time: each is a row that
 * goes on from window to window until it ends. The first token of each is foretold from a {@link
 * TextStreams#BOUNDARY}; the end of a document is not.
 */
public final class DocumentWindows implements Iterable<Window> {
  private final List<int[]> documents;
  private final int rows;
  private final int length;

  /**
   * Creates the windows.
   *
   * @param documents the tokens of each, at least one
   * @param rows the most documents side by side, at least 1
   * @param length the most steps of a window, at least 1
   * @throws IllegalArgumentException if a document is empty, or a number is below 1
   */
  public DocumentWindows(List<int[]> documents, int rows, int length) {
    this.documents = List.copyOf(documents);
    this.rows = Arguments.atLeastOne(rows, "rows");
    this.length = Arguments.atLeastOne(length, "length");
    for (int[] document : documents) {
      Arguments.atLeastOne(document.length, "the length of a document");
    }
  }

  @Override
  public Iterator<Window> iterator() {
    return new Windows();
  }

  /** A document, how far it is read, and its row in the window before. */
  private static final class Reading {
    private final int[] tokens;
    private int at;
    private int place = -1;

    Reading(int[] tokens) {
      this.tokens = tokens;
    }
  }

  private final class Windows implements Iterator<Window> {
    private int opened;
    private List<Reading> open = new ArrayList<>();

    @Override
    public boolean hasNext() {
      return !open.isEmpty() || opened < documents.size();
    }

    @Override
    public Window next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      while (open.size() < rows && opened < documents.size()) {
        open.add(new Reading(documents.get(opened++)));
      }
      List<int[]> inputs = new ArrayList<>();
      List<int[]> targets = new ArrayList<>();
      List<Integer> previous = new ArrayList<>();
      List<Reading> left = new ArrayList<>();
      for (int row = 0; row < open.size(); row++) {
        Reading reading = open.get(row);
        int steps = Math.min(length, reading.tokens.length - reading.at);
        int[] input = new int[steps];
        int[] target = new int[steps];
        input[0] = reading.at == 0 ? TextStreams.BOUNDARY : reading.tokens[reading.at - 1];
        System.arraycopy(reading.tokens, reading.at, input, 1, steps - 1);
        System.arraycopy(reading.tokens, reading.at, target, 0, steps);
        inputs.add(input);
        targets.add(target);
        previous.add(reading.place);
        reading.at += steps;
        reading.place = row;
        if (reading.at < reading.tokens.length) {
          left.add(reading);
        }
      }
      open = left;
      return new Window(inputs, targets, previous);
    }
  }
}
