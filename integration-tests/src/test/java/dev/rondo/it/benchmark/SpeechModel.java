package dev.rondo.it.benchmark;

import dev.rondo.AudioClip;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Audio;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.GRU;
import dev.rondo.task.Ctc;

/** A transcriber of sounds in characters. */
@SequenceModel
@Training(batchSize = 16)
@Convolution(filters = 128, kernel = 5, stride = 2)
@GRU(
    units = {128, 128},
    direction = Direction.BIDIRECTIONAL)
@Dense
interface SpeechModel {
  /** Says what is said. */
  @Ctc
  String transcribe(@Audio(rate = 16_000, bands = 80) AudioClip clip);
}
