package dev.rondo.samples.corpora.reviews;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The reviews that ship with the samples: those to train on come from {@link ReviewGrammar}, always
 * the same, those to test on were written by hand.
 *
 * @param train those to train on
 * @param dev those to choose the best epoch by, none of which is trained on
 */
public record ShippedReviews(List<LabelledSentence> train, List<LabelledSentence> dev) {
  private static final int TRAINING = 40_000;
  private static final int DEV = 1_000;
  private static final long TRAINING_SEED = 1;
  private static final long DEV_SEED = 2;
  private static final String TEST = "test.tsv";
  private static final String HARD = "hard";

  /** Copies the lists. */
  public ShippedReviews {
    train = List.copyOf(train);
    dev = List.copyOf(dev);
  }

  /** Writes the reviews to train on and to validate on. */
  public static ShippedReviews generate() {
    List<LabelledSentence> train = new ReviewGrammar(TRAINING_SEED).sentences(TRAINING);
    return new ShippedReviews(train, new ReviewGrammar(DEV_SEED).sentencesExcept(train, DEV));
  }

  /** Reads all reviews that were written by hand. */
  public static List<LabelledSentence> handWritten() {
    return read(true);
  }

  /** Reads the reviews that were written by hand and are not marked hard. */
  public static List<LabelledSentence> handWrittenNotHard() {
    return read(false);
  }

  /** The file has a header, then sentence, label and tags on each line. */
  private static List<LabelledSentence> read(boolean hard) {
    try (InputStream stream =
            Objects.requireNonNull(ShippedReviews.class.getResourceAsStream(TEST), TEST);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .filter(fields -> hard || !Arrays.asList(fields[2].split(",", -1)).contains(HARD))
          .map(fields -> new LabelledSentence(fields[0], Verdict.valueOf(fields[1])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
