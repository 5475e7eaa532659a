package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Audio;
import dev.rondo.data.Series;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;

@SequenceModel
@GRU(units = 4)
@Dense
interface AudioWithoutSound {
  Mood mood(@Audio @Series float[] samples); // error at 13: [RONDO-345] @Audio on "samples" has no effect, because float[] is no sound. Remove it, or take an AudioClip.
}

enum Mood { GOOD, BAD }
