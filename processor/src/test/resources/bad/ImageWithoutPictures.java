package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Image;
import dev.rondo.data.Vector;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;

@SequenceModel
@GRU(units = 4)
@Dense
interface ImageWithoutPictures {
  Mood mood(
      @Image(width = 4, height = 4) // error at 7: [RONDO-386] @Image on "values" has no effect, because float[][] is no list of pictures. Remove it, or take a List<BufferedImage>.
      @Vector(3)
      float[][] values);
}

enum Mood { GOOD, BAD }
