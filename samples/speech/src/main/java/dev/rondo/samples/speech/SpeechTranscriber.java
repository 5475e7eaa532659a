package dev.rondo.samples.speech;

import dev.rondo.AudioClip;
import dev.rondo.Schedule;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Audio;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.GRU;
import dev.rondo.task.Ctc;

/** Writes down the words of a recording; training shows which words there are. */
@SequenceModel
@Convolution(filters = 64, kernel = 5, stride = 2)
@GRU(units = 96, direction = Direction.BIDIRECTIONAL)
@Dropout(0.3)
@Dense
@Training(learningRate = 3e-3, schedule = Schedule.COSINE, epochs = 30, batchSize = 16)
public interface SpeechTranscriber {
  /** Returns the words that are said, with spaces between them. */
  @Ctc
  @Text(tokens = Tokens.WORDS)
  String transcribe(
      @Audio(rate = 8000, bands = 40) @Convolution(filters = 64, kernel = 5, stride = 2)
          AudioClip clip);
}
