package dev.rondo.runtime.train;

import dev.rondo.runtime.data.Fingerprint;
import dev.rondo.runtime.data.text.TextSource;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the generated trainers of language models share.
 *
 * <p>They train by truncated backpropagation through time: the text is read as {@code batchSize}
 * streams side by side, in windows of {@code truncateAfter} tokens. What the recurrent layers
 * remember is carried from window to window, gradients are not.
 *
 * @param <S> the generated trainer, returned by all setters
 * @param <P> the generated predictor
 */
public abstract class TextTrainer<S extends TextTrainer<S, P>, P> extends ModelTrainer<S, P> {
  private @Nullable TextSource validation;
  private double validationShare;

  /**
   * Creates a trainer.
   *
   * @param defaults the settings written at the model
   */
  protected TextTrainer(TrainingOptions defaults) {
    super(defaults);
  }

  /**
   * Trains the model on plain text.
   *
   * @param files in UTF-8, each a document; read once for the vocabulary and once more to be cut
   *     into tokens, which are kept in a temporary file: they may be larger than memory
   * @return the trained model, to be closed by the caller: with validation text that of the epoch
   *     with the lowest validation loss, else that of the last step
   * @throws IllegalArgumentException if there are no files, they or those for validation have no
   *     tokens, or a setting is out of range
   * @throws dev.rondo.runtime.data.TextFileException if a file cannot be read, or is no UTF-8
   * @throws IllegalStateException if the device is not available
   * @throws CheckpointException if there is a {@linkplain #checkpoint checkpoint} that cannot be
   *     gone on from, or another training has it
   * @throws TrainingException if the loss, a gradient or a weight is no longer a finite number
   */
  public final P fit(Path... files) {
    TextSource text = TextSource.of(files);
    forgetFingerprints();
    if (validationShare > 0) {
      TextSource.Parts parts = text.splitLast(validationShare);
      if (parts.last().isBlank()) {
        throw new IllegalArgumentException(
            "the validation text is empty: the last "
                + validationShare
                + " of "
                + text
                + " has nothing but white space");
      }
      return fitKnown(parts.first(), parts.last());
    }
    if (validation != null) {
      if (validation.isBlank()) {
        throw new IllegalArgumentException(
            "the validation text is empty: " + validation + " has nothing but white space");
      }
      if (text.sharesFileWith(validation)) {
        warn(
            "the validation text has a file of the training text, so the validation loss says"
                + " little about other texts. Validate on another file, or use validateOnLast.");
      }
    }
    return fitKnown(text, validation);
  }

  private P fitKnown(TextSource text, @Nullable TextSource evaluated) {
    fingerprint("training texts", true, () -> Fingerprint.of(text));
    if (evaluated != null) {
      fingerprint("validation texts", true, () -> Fingerprint.of(evaluated));
    }
    return fit(text, evaluated);
  }

  /**
   * Trains the model.
   *
   * @param validation what it is evaluated on after each epoch; null for none
   */
  protected abstract P fit(TextSource text, @Nullable TextSource validation);

  /**
   * Sets the text on which the model is evaluated after each epoch; none by default.
   *
   * @throws IllegalArgumentException if there are no files
   * @throws dev.rondo.runtime.data.TextFileException if one cannot be read
   */
  public S validateOn(Path... files) {
    validation = TextSource.of(files);
    validationShare = 0;
    return self();
  }

  /**
   * Sets the last part of the text given to {@link #fit} aside: the model does not learn from it,
   * but is evaluated on it after each epoch.
   *
   * @param share above 0 and below 1, such as 0.1 for the last tenth
   * @throws IllegalArgumentException if it is out of range
   */
  public S validateOnLast(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share is " + share + ", must be above 0 and below 1");
    }
    validation = null;
    validationShare = share;
    return self();
  }

  /**
   * Sets the tokens of a window, at least 1: gradients flow back over so many steps at the most.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public S truncateAfter(int tokens) {
    return set(options().toBuilder().truncateAfter(tokens));
  }

  /** Returns the evaluation of the validation text; null without any. */
  protected static @Nullable TextEvaluation validate(
      @Nullable TextSource validation, Function<TextSource, TextEvaluation> evaluate) {
    return validation == null ? null : evaluate.apply(validation);
  }
}
