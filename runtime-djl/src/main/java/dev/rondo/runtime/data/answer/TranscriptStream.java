package dev.rondo.runtime.data.answer;

import java.util.Arrays;

/**
 * A text that is read off steps that come part by part: after each part it is what {@link
 * TranscriptCodec#answer} says of all scores so far. It keeps what it found, not the scores. For
 * use by one thread.
 */
public final class TranscriptStream {
  private final TranscriptCodec codec;
  private final int beam;
  private final PrefixBeam search;

  /** Of the likeliest path. */
  private int[] labels = {};

  private int last = Alignments.BLANK;

  /** What the text was made of. */
  private int[] written = {};

  private String text = "";

  TranscriptStream(TranscriptCodec codec, int beam) {
    this.codec = codec;
    this.beam = beam;
    this.search = new PrefixBeam(beam);
  }

  /**
   * Goes on by further scores, (steps × tokens).
   *
   * @throws IllegalArgumentException if one of them is not finite; nothing is read then
   */
  public void add(float[] scores) {
    Alignments alignments = new Alignments(scores, codec.size());
    if (beam > 1) {
      search.add(alignments);
      return;
    }
    int[] path = alignments.likeliest();
    int[] more = Alignments.collapsed(path);
    boolean goesOn = path[0] != Alignments.BLANK && path[0] == last;
    int from = goesOn ? 1 : 0;
    int known = labels.length;
    labels = Arrays.copyOf(labels, known + more.length - from);
    System.arraycopy(more, from, labels, known, more.length - from);
    last = path[path.length - 1];
  }

  /** Returns the text so far. */
  public String text() {
    int[] now = beam > 1 ? search.labels() : labels;
    if (!Arrays.equals(now, written)) {
      written = now;
      text = codec.text().decode(now);
    }
    return text;
  }
}
