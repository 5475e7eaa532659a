package dev.rondo.it.typed;

import dev.rondo.AudioClip;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Audio;
import dev.rondo.data.Normalization;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;

/** Tells whether the last tone of a clip is a high one. */
@SequenceModel
@Convolution(filters = 8, kernel = 4, stride = 2, pool = 2)
@GRU(units = 12)
@Dense
@Training(learningRate = 0.01, epochs = 8, batchSize = 16)
interface Pitch {
  boolean high(
      @Audio(rate = 4000, bands = 16, window = 0.032, hop = 0.016, normalize = Normalization.GLOBAL)
          AudioClip clip);
}
