package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Image;
import dev.rondo.data.Vector;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.awt.image.BufferedImage;

@SequenceModel
@GRU(units = 4)
@Dense
interface PictureMisplaced {
  Mood mood(
      @Vector(3) float[][] values,
      @Image(width = 4, height = 4) BufferedImage poster); // error at 51: [RONDO-387] "poster" is of type BufferedImage, but pictures are the steps of a sequence of their own. Make it a parameter of type List<BufferedImage>.
}

enum Mood { GOOD, BAD }
