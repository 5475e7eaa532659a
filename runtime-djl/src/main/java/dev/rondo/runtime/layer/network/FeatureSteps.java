package dev.rondo.runtime.layer.network;

import dev.rondo.runtime.cell.JavaDense;
import dev.rondo.runtime.cell.RecurrentSteps;
import dev.rondo.runtime.data.Steps;
import java.util.List;

/**
 * Reads single steps of features and symbols. The vectors of the symbols are a copy in Java's
 * memory. Safe for use by many threads; they must be done before {@link #close()}.
 */
public final class FeatureSteps implements AutoCloseable {
  private final List<Source> sources;
  private final RecurrentSteps steps;

  /** The dense layers of each head; empty if the steps compute those of the only one. */
  private final List<List<JavaDense>> heads;

  /** Where a part of what the lowest layer reads comes from. */
  static final class Source {
    private final int input;
    private final int column;
    private final float[] table;
    private final int vocabulary;

    /**
     * Creates it.
     *
     * @param column of symbols; -1 for the features
     * @param table vectors of the symbols, one after the other
     * @param vocabulary how many there are
     */
    Source(int input, int column, float[] table, int vocabulary) {
      this.input = input;
      this.column = column;
      this.table = table;
      this.vocabulary = vocabulary;
    }

    int write(Steps step, float[] to, int at) {
      if (column < 0) {
        System.arraycopy(step.features(), 0, to, at, step.width());
        return at + step.width();
      }
      int symbol = step.symbols()[column];
      if (symbol < 0 || symbol >= vocabulary) {
        throw new IllegalArgumentException(
            "symbol %s of input %s is not in a vocabulary of %s"
                .formatted(symbol, input, vocabulary));
      }
      int size = table.length / vocabulary;
      System.arraycopy(table, symbol * size, to, at, size);
      return at + size;
    }

    int width(Steps step) {
      return column < 0 ? step.width() : table.length / vocabulary;
    }
  }

  FeatureSteps(List<Source> sources, RecurrentSteps steps, List<List<JavaDense>> heads) {
    this.sources = sources;
    this.steps = steps;
    this.heads = heads;
  }

  /**
   * Takes a step.
   *
   * @param inputs for each input one step
   * @param state before it; becomes that after it
   * @return the scores of each head
   * @throws IllegalArgumentException if the inputs are not as wide as the lowest layer reads, a
   *     symbol is in no vocabulary, or the state has another length; the state is then as it was
   */
  public float[][] read(List<Steps> inputs, float[] state) {
    int width = 0;
    for (Source source : sources) {
      width += source.width(inputs.get(source.input));
    }
    float[] step = new float[width];
    int at = 0;
    for (Source source : sources) {
      at = source.write(inputs.get(source.input), step, at);
    }
    float[] output = steps.step(step, state);
    if (heads.isEmpty()) {
      return new float[][] {output};
    }
    float[][] scores = new float[heads.size()][];
    for (int head = 0; head < scores.length; head++) {
      scores[head] = output;
      for (JavaDense dense : heads.get(head)) {
        scores[head] = dense.apply(scores[head]);
      }
    }
    return scores;
  }

  /** Returns the state before the first step. */
  public float[] initialState() {
    return steps.initialState();
  }

  /** Returns the numbers in a state. */
  public int stateSize() {
    return steps.stateSize();
  }

  /** Frees what was prepared; a second call does nothing. */
  @Override
  public void close() {
    steps.close();
  }
}
