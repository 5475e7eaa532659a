package dev.rondo.runtime.data;

import dev.rondo.runtime.data.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/**
 * A batch of token sequences that a decoder learns to write, by teacher forcing: at each step it
 * reads the right token before, and has to foretell the next. The number {@link
 * Vocabulary#PADDING}, which no token has, is read first and foretold last, as the beginning and
 * the end.
 *
 * @param inputs what each sequence reads: 0, then its tokens; at least one number each
 * @param outputs what it has to foretell, its tokens, then 0: of all sequences one after the other
 */
public record Targets(List<int[]> inputs, List<Integer> outputs) {
  private static final int ROWS_AT_ONCE = 1024;

  /** Copies the lists. */
  public Targets {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * Returns the targets of a batch.
   *
   * @param tokens of each sequence, without the end; a sequence without tokens is just its end
   */
  public static Targets of(List<int[]> tokens) {
    List<int[]> inputs = new ArrayList<>();
    List<Integer> outputs = new ArrayList<>();
    for (int[] sequence : tokens) {
      int[] input = new int[sequence.length + 1];
      input[0] = Vocabulary.PADDING;
      System.arraycopy(sequence, 0, input, 1, sequence.length);
      inputs.add(input);
      for (int token : sequence) {
        outputs.add(token);
      }
      outputs.add(Vocabulary.PADDING);
    }
    return new Targets(inputs, outputs);
  }

  /** Returns how many tokens are foretold, the ends among them. */
  public int count() {
    return outputs.size();
  }

  /**
   * Returns how many tokens all rows foretell, the ends among them. Goes through all rows once.
   *
   * @param rows whose outputs are tokens, without the end
   */
  public static long count(Rows<?, int[]> rows) {
    long count = 0;
    for (Batch<?, int[]> batch : rows.epoch(0, 1, ROWS_AT_ONCE)) {
      for (int[] tokens : batch.expected()) {
        count += tokens.length + 1L;
      }
    }
    return count;
  }
}
