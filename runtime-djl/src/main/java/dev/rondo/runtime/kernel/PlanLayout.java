package dev.rondo.runtime.kernel;

import dev.rondo.runtime.plan.Operator;
import dev.rondo.runtime.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which pieces the arrays of a batch have, in which order: the symbols and features of the inputs,
 * and what places padded steps stand at, as far as the plan asks for them.
 */
final class PlanLayout {
  /** What a piece is. */
  enum Content {
    /** A column of symbols. */
    SYMBOLS,
    /** Features, in the array of features. */
    FEATURES,
    /** The length of each row. */
    LENGTHS,
    /** Where each sequence's last real step is. */
    LAST,
    /** For each step the one that stands there in a reversed sequence. */
    REVERSAL,
    /** Where the real steps are, row after row. */
    REAL
  }

  /**
   * A piece.
   *
   * @param column of symbols; else 0
   * @param steps whether there is something for each step, or for each row
   * @param width features of a step; 1 of numbers
   */
  record Piece(Content content, int input, int column, boolean steps, int width) {
    /** As a record has it, which takes 25 ms to make at its first use. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Piece that
          && content == that.content
          && input == that.input
          && column == that.column
          && steps == that.steps
          && width == that.width;
    }

    @Override
    public int hashCode() {
      return Objects.hash(content, input, column, steps, width);
    }
  }

  private final List<Piece> pieces = new ArrayList<>();
  private final List<Piece> sources = new ArrayList<>();
  private final int inputs;

  PlanLayout(Plan plan) {
    int most = 0;
    for (Plan.Step step : plan.steps()) {
      Operator operator = step.operator();
      most = Math.max(most, step.input());
      boolean sequences = step.kind() == Plan.Kind.SEQUENCES;
      Piece source = null;
      if (operator instanceof Operator.Symbols symbols) {
        source = new Piece(Content.SYMBOLS, step.input(), symbols.column(), sequences, 1);
      } else if (operator instanceof Operator.Features) {
        source = new Piece(Content.FEATURES, step.input(), 0, sequences, step.features());
      } else if (operator instanceof Operator.Last) {
        need(Content.LAST, step.input());
      } else if (operator instanceof Operator.Reverse) {
        need(Content.REVERSAL, step.input());
      } else if (operator instanceof Operator.Real) {
        need(Content.REAL, step.input());
      } else if (operator instanceof Operator.Pool
          || operator instanceof Operator.AttentionPool
          || isRelu(operator)) {
        need(Content.LENGTHS, step.input());
      }
      if (source != null) {
        add(source);
      }
      sources.add(Objects.requireNonNullElse(source, new Piece(Content.LENGTHS, -1, 0, false, 0)));
    }
    inputs = most + 1;
  }

  private static boolean isRelu(Operator operator) {
    return operator instanceof Operator.Recurrent layer
        && layer.recurrence() == Operator.Recurrence.RELU;
  }

  private void need(Content content, int input) {
    add(new Piece(content, input, 0, content == Content.REVERSAL, 1));
  }

  private void add(Piece piece) {
    if (!pieces.contains(piece)) {
      pieces.add(piece);
    }
  }

  List<Piece> pieces() {
    return pieces;
  }

  int inputs() {
    return inputs;
  }

  /** Returns where the sizes have the steps of an input; whether it is padded stands behind. */
  int time(int input) {
    return 1 + 2 * input;
  }

  /** Returns where the sizes have the beginning of a piece; its length stands behind. */
  int piece(int number) {
    return 1 + 2 * inputs + 2 * number;
  }

  /** Returns how many sizes there are. */
  int sizes() {
    return piece(pieces.size());
  }

  /** Returns the piece of a step of the plan that reads an input. */
  int source(int place) {
    return pieces.indexOf(sources.get(place));
  }

  int last(int input) {
    return of(Content.LAST, input);
  }

  int reversal(int input) {
    return of(Content.REVERSAL, input);
  }

  int real(int input) {
    return of(Content.REAL, input);
  }

  int lengths(int input) {
    return of(Content.LENGTHS, input);
  }

  private int of(Content content, int input) {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).content() == content && pieces.get(i).input() == input) {
        return i;
      }
    }
    throw new IllegalArgumentException("no piece for the " + content + " of input " + input);
  }
}
