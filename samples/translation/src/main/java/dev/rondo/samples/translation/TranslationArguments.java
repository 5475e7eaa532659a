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
    try {
      decoding();
    } catch (IllegalArgumentException e) {
      throw SampleFailure.usage("--beam: " + e.getMessage());
    }
    if (attention != null) {
      if (json && text == null) {
        throw SampleFailure.usage("--attention goes with --text where --json asks for no others.");
      }
      ModelArguments.checkWritable("--attention", attention);
      AttentionPicture.checkDrawing();
    }
  }

  /** Returns how translations are searched for. */
  Decoding decoding() {
    return Decoding.beam(beam);
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
