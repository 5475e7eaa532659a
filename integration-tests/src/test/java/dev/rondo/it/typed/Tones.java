package dev.rondo.it.typed;

import dev.rondo.AudioClip;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Audio;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.GRU;
import dev.rondo.task.Ctc;

/** Writes down the tones of a clip, a letter for each. */
@SequenceModel
@Convolution(filters = 16, stride = 2)
@GRU(units = 24, direction = Direction.BIDIRECTIONAL)
@Dense
@Training(learningRate = 0.01, epochs = 16, batchSize = 16)
interface Tones {
  @Ctc(beam = 4)
  String tones(@Audio(rate = 4000, bands = 16, window = 0.032, hop = 0.016) AudioClip clip);
}
