package dev.rondo.it.typed;

import dev.rondo.AudioClip;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Audio;
import dev.rondo.data.Normalization;
import dev.rondo.layer.BatchNorm;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.LSTM;
import dev.rondo.task.Ctc;

/** Writes down the tones of a sound while it comes. */
@SequenceModel
@Convolution(filters = 16, kernel = 5, pool = 2)
@BatchNorm
@LSTM(units = {24, 24})
@Dense
@Training(learningRate = 0.01, epochs = 16, batchSize = 16)
interface Heard {
  @Ctc(beam = 4)
  String tones(
      @Audio(
              rate = 4000,
              bands = 16,
              window = 0.032,
              hop = 0.008,
              preEmphasis = 0.5,
              normalize = Normalization.GLOBAL)
          AudioClip clip);
}
