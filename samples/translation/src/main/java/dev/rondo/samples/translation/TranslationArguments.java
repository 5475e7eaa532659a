package dev.rondo.samples.translation;

import dev.rondo.runtime.decode.Decoding;
import dev.rondo.samples.common.AttentionPicture;
import dev.rondo.samples.common.ModelArguments;
import dev.rondo.samples.common.SampleFailure;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is translated and how. */
final class TranslationArguments {
  @Option(names = "--text", paramLabel = "SENTENCE", description = "Translate SENTENCE, then exit.")
  private @Nullable String text;

  @Option(
      names = "--beam",
      paramLabel = "N",
      description = "Follow N translations side by side, 1 to 100; 5 by default.")
  private int beam = 5;

  @Option(
      names = "--length-penalty",
      paramLabel = "ALPHA",
      description =
          "Prefer longer translations the more, the higher ALPHA is, 0 to 5; the model's usual one"
              + " by default.")
  private @Nullable Double lengthPenalty;

  @Option(
      names = "--attention",
      paramLabel = "FILE.png",
      description =
          "Draw which words each word of the translation was read from: of --text, or of the"
              + " sentence typed last.")
  private @Nullable Path attention;

  /**
   * Checks what can be known before a long training.
   *
   * @param json whether no sentences are going to be typed
   * @throws SampleFailure if the options make no sense, or there can be no picture
   */
  void check(boolean json) {
    check("--beam", () -> Decoding.beam(beam));
    check("--length-penalty", this::decoding);
    if (attention != null) {
      if (json && text == null) {
        throw SampleFailure.usage("--attention goes with --text where --json asks for no others.");
      }
      ModelArguments.checkWritable("--attention", attention);
      AttentionPicture.checkDrawing();
    }
  }

  private static void check(String option, Runnable decoding) {
    try {
      decoding.run();
    } catch (IllegalArgumentException e) {
      throw SampleFailure.usage(option + ": " + e.getMessage());
    }
  }

  /** Returns how translations are searched for. */
  Decoding decoding() {
    Decoding search = Decoding.beam(beam);
    return lengthPenalty == null ? search : search.lengthPenalty(lengthPenalty);
  }

  /** Returns the sentence that the user gave. */
  Optional<String> text() {
    return Optional.ofNullable(text);
  }

  /** Returns the file that attention is drawn into. */
  Optional<Path> attention() {
    return Optional.ofNullable(attention);
  }
}
