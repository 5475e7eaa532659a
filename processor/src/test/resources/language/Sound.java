package demo;

import dev.rondo.AudioClip;
import dev.rondo.SequenceModel;
import dev.rondo.data.Audio;
import dev.rondo.data.Normalization;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;

enum Word {
  YES,
  NO
}

@SequenceModel
@GRU(units = 8)
@Dense
interface Sound {
  Word word(
      @Audio(rate = 8000, bands = 40, coefficients = 13, normalize = Normalization.GLOBAL) @Convolution(filters = 8, stride = 2)
          AudioClip near,
      @Convolution(filters = 8, kernel = 5, stride = 2) AudioClip far);
}
