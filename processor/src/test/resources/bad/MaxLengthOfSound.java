package demo;

import dev.rondo.AudioClip;
import dev.rondo.SequenceModel;
import dev.rondo.data.MaxLength;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;

@SequenceModel
@GRU(units = 4)
@Dense
interface MaxLengthOfSound {
  boolean speech(
      @MaxLength(50) AudioClip clip); // error at 7: [RONDO-227] @MaxLength on "clip" has no effect, because "clip" is a recording, whose steps are made of its samples. Remove it, and cut recordings before they are read.
}
