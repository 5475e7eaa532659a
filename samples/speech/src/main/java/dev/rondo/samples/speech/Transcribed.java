package dev.rondo.samples.speech;

import dev.rondo.AudioClip;
import dev.rondo.Transcript;
import dev.rondo.samples.common.SampleFailure;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Transcribes, and remembers what was transcribed last: that is drawn. */
final class Transcribed {
  private final SpeechTranscriberPredictor transcriber;
  private @Nullable AudioClip last;

  Transcribed(SpeechTranscriberPredictor transcriber) {
    this.transcriber = transcriber;
  }

  /** Returns what is said. */
  String text(AudioClip clip) {
    last = clip;
    return transcriber.transcribe(clip);
  }

  /**
   * Draws what was transcribed last.
   *
   * @throws SampleFailure if the file cannot be written
   */
  void draw(Path file) {
    if (last != null) {
      Transcript transcript = transcriber.transcribeScored(last);
      SpeechPicture.write(file, last, transcript);
    }
  }
}
