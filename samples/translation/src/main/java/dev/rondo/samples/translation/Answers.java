package dev.rondo.samples.translation;

import dev.rondo.runtime.decode.Decoding;
import dev.rondo.runtime.decode.Translation;
import dev.rondo.samples.common.AttentionPicture;
import dev.rondo.samples.common.SampleFailure;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Translates what the user asks for.
 *
 * @param model translates
 * @param decoding how
 * @param attention the file that attention is drawn into, if that is wanted
 */
record Answers(TranslationModel model, Decoding decoding, Optional<Path> attention) {
  Translation translate(String sentence) {
    return model.translate(sentence, decoding);
  }

  /**
   * Draws what the words of a translation were read from, if that is wanted.
   *
   * @throws SampleFailure if it cannot be drawn
   */
  void draw(Translation translation) {
    attention.ifPresent(file -> draw(file, translation));
  }

  private static void draw(Path file, Translation translation) {
    try {
      AttentionPicture.write(
          file,
          translation.sourceTokens(),
          translation.best().tokens(),
          translation.best().attention());
    } catch (IllegalArgumentException e) {
      throw SampleFailure.of("--attention: nothing is drawn: " + e.getMessage());
    }
  }
}
