package dev.rondo.runtime.train.metric;

import dev.rondo.runtime.data.Notices;
import dev.rondo.runtime.data.answer.Alignments;
import dev.rondo.runtime.data.answer.TranscriptCodec;
import dev.rondo.runtime.train.TranscriptEvaluation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Measures transcripts, in memory that does not grow. That the model answers nothing but blanks, as
 * all do at first, is said in a notice.
 */
public final class TranscriptMetrics implements HeadMetrics<String, TranscriptEvaluation> {
  private static final String LOG = "dev.rondo.training";

  private final TranscriptCodec codec;
  private EditCounts characters = EditCounts.NONE;
  private EditCounts words = EditCounts.NONE;
  private long examples;
  private long exact;
  private long steps;
  private long blanks;
  private double loss;

  /** Creates metrics of no examples yet. */
  public TranscriptMetrics(TranscriptCodec codec) {
    this.codec = codec;
  }

  @Override
  public void add(float[] scores, @Nullable String expected) {
    if (expected == null) {
      return;
    }
    Alignments alignments = new Alignments(scores, codec.size());
    // what is answered is compared in the one spelling that both are learned in
    int[] labels = codec.text().tokens(expected);
    String right = codec.text().joined(codec.text().spellings(expected));
    String answer = codec.answer(scores);
    characters = characters.plus(EditCounts.of(characters(right), characters(answer)));
    words = words.plus(EditCounts.of(words(right), words(answer)));
    examples++;
    exact += right.equals(answer) ? 1 : 0;
    steps += alignments.steps();
    blanks +=
        Arrays.stream(alignments.likeliest()).filter(label -> label == Alignments.BLANK).count();
    loss -= alignments.logProbability(labels) / Math.max(1, labels.length);
  }

  private static List<Integer> characters(String text) {
    return text.codePoints().boxed().toList();
  }

  private static List<String> words(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+"));
  }

  @Override
  public TranscriptEvaluation evaluation() {
    if (examples > 0 && blanks == steps) {
      Notices.warning(LOG)
          .accept(
              String.format(
                  Locale.ROOT,
                  "all of %,d steps are answered with blanks, and so nothing is transcribed. In the"
                      + " first epochs that is normal; if it stays so, train longer, at a higher"
                      + " learning rate or on shorter examples first.",
                  steps));
    }
    return new TranscriptEvaluation(
        examples,
        characters,
        words,
        (double) exact / examples,
        (double) blanks / steps,
        loss / examples);
  }
}
