package dev.rondo.samples.corpora.reviews;

import java.util.Objects;

/**
 * A review and what its writer thought: one line of training data.
 *
 * @param text the review, one or more sentences on one line
 * @param label the verdict of the review as a whole
 */
public record LabelledSentence(String text, Verdict label) {

  public LabelledSentence {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(label, "label");
  }
}
