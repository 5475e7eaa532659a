package dev.rondo.runtime.data.answer;

import dev.rondo.Transcript;
import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.AnswerCodec;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.feature.WrongValue;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.data.text.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text that is read off the steps of a sequence ({@link dev.rondo.task.Ctc}): at each step a
 * score for each token, and one for the blank, which has the number of padding, 0.
 *
 * <p>The scores of an answer are those of all steps, (steps × {@link #size}), its target are the
 * numbers of its tokens, as many as there are. Immutable; safe for use by many threads.
 */
public final class TranscriptCodec implements AnswerCodec<String> {
  private static final int MOST_BEAM = 1_000;

  private final TextCodec text;
  private final int beam;

  private TranscriptCodec(TextCodec text, int beam) {
    this.text = text;
    this.beam = beam;
    if (beam < 1 || beam > MOST_BEAM) {
      throw new IllegalArgumentException("beam is " + beam + ", must be 1 to " + MOST_BEAM);
    }
  }

  /**
   * Starts to learn which tokens there are.
   *
   * @param beam how many beginnings are followed; 1 takes the likeliest token of each step
   */
  public static Learner learner(Tokens tokens, String language, boolean lowercase, int beam) {
    return new Learner(TextCodec.learner(tokens, language, lowercase), beam);
  }

  /**
   * Returns the codec that was stored.
   *
   * @throws IllegalArgumentException if it is no codec of texts, or it is damaged
   */
  public static TranscriptCodec restore(StoredCodec stored, int beam) {
    return new TranscriptCodec(TextCodec.restore(stored), beam);
  }

  /** Returns the tokens. */
  public TextCodec text() {
    return text;
  }

  @Override
  public int size() {
    return text.size();
  }

  /** Returns 1: a target has a number for each token. */
  @Override
  public int targetSize() {
    return 1;
  }

  /** Writes the numbers of the tokens, as many as there are. */
  @Override
  public void target(@Nullable String expected, float[] to, int at) {
    int[] tokens = text.tokens(Arguments.notNull(expected, "text"));
    for (int i = 0; i < tokens.length; i++) {
      to[at + i] = tokens[i];
    }
  }

  @Override
  public float[] target(@Nullable String expected) {
    float[] target = new float[text.tokens(Arguments.notNull(expected, "text")).length];
    target(expected, target, 0);
    return target;
  }

  /**
   * Returns the numbers of a text's tokens, which must fit into the steps that the layers leave.
   *
   * @param output what the user calls it
   * @param steps of the input
   * @param every how many of these there are to one that the layers leave
   * @throws IllegalArgumentException if the text is null, or needs more steps, naming the output
   */
  public float[] target(String output, @Nullable String expected, int steps, int every) {
    float[] target = target(Arguments.notNull(expected, output));
    int[] labels = new int[target.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (int) target[i];
    }
    int left = left(steps, every);
    int needed = Alignments.needed(labels);
    if (needed > left) {
      throw WrongValue.of(
              "has %s tokens, %s of them behind an equal one, which need %s steps, but the input has %s%s."
                      .formatted(
                          labels.length,
                          needed - labels.length,
                          needed,
                          steps,
                          every == 1 ? "" : ", of which the layers leave " + left)
                  + " Leave the example out, or have the layers leave more: a smaller stride or"
                  + " pool, of a sound a smaller hop")
          .in(output);
    }
    return target;
  }

  /** Returns how many steps layers leave that leave one of every so many. */
  public static int left(int steps, int every) {
    return (steps - 1) / every + 1;
  }

  /** Returns the numbers of the tokens that scores stand for. */
  int[] labels(Alignments alignments) {
    return beam == 1
        ? Alignments.collapsed(alignments.likeliest())
        : PrefixBeam.labels(alignments, beam);
  }

  /** Starts to read a text whose scores come part by part. */
  public TranscriptStream stream() {
    return new TranscriptStream(this, beam);
  }

  @Override
  public String answer(float[] scores) {
    return text.decode(labels(new Alignments(scores, size())));
  }

  /**
   * Returns the text with its probability, and where its tokens are.
   *
   * @param scores of all steps, (steps × size)
   * @param unit how long a step is, in what the places are told
   */
  public Transcript transcript(float[] scores, double unit) {
    Alignments alignments = new Alignments(scores, size());
    int[] labels = labels(alignments);
    int[][] places = alignments.places(labels);
    List<Transcript.Token> tokens = new ArrayList<>();
    String before = "";
    for (int k = 0; k < labels.length; k++) {
      String now = text.decode(Arrays.copyOf(labels, k + 1));
      tokens.add(
          new Transcript.Token(
              now.substring(before.length()), places[k][0] * unit, places[k][1] * unit));
      before = now;
    }
    return new Transcript(before, alignments.logProbability(labels), tokens);
  }

  @Override
  public StoredCodec stored() {
    return text.stored();
  }

  @Override
  public Set<String> learned() {
    return text.learned();
  }

  /** Learns which tokens there are. For use by one thread. */
  public static final class Learner {
    private final TextCodec.Learner texts;
    private final int beam;

    private Learner(TextCodec.Learner texts, int beam) {
      this.texts = texts;
      this.beam = beam;
    }

    /** Learns from a text of the training data. */
    public void add(@Nullable String expected) {
      texts.add(expected);
    }

    /**
     * Returns the codec of the tokens that were added.
     *
     * @param vocabulary the largest number of tokens that are told apart
     * @param minFrequency tokens seen less often count as unknown
     * @throws IllegalArgumentException if there is none
     */
    public TranscriptCodec build(int vocabulary, int minFrequency) {
      TextCodec codec = texts.build(vocabulary, minFrequency);
      if (codec.size() <= Vocabulary.UNKNOWN + 1) {
        throw new IllegalArgumentException(
            "the texts of the training data have no tokens to transcribe");
      }
      return new TranscriptCodec(codec, beam);
    }
  }
}
