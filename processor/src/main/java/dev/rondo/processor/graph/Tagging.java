package dev.rondo.processor.graph;

/**
 * How the classes that an output answers at each step belong together, as tags of a sequence.
 *
 * @param together whether transitions between tags are learned, and all tags of a sequence decided
 *     at once ({@code @Crf})
 * @param spans whether they name spans, as {@code B_PER} and {@code I_PER} do; of classes seen in
 *     training they may
 */
public record Tagging(boolean together, boolean spans) {
  /** Each answer is one for itself. */
  public static final Tagging NONE = new Tagging(false, false);
}
