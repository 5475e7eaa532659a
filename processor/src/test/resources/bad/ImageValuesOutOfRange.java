package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Image;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.awt.image.BufferedImage;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface ImageValuesOutOfRange {
  Mood mood(
      @Image(
          width = 0, // error at 19: [RONDO-388] @Image on "sides" has width = 0, but it must be 1 to 4,096 pixels. Change it.
          height = 5000) // error at 20: [RONDO-388] @Image on "sides" has height = 5000, but it must be 1 to 4,096 pixels. Change it.
      List<BufferedImage> sides,
      @Image(width = 4, height = 4, channels = 4) // error at 48: [RONDO-388] @Image on "alpha" has channels = 4, but there is 1 for grey, or 3 for red, green and blue. Change it.
      List<BufferedImage> alpha,
      @Image(width = 4096, height = 4096) // error at 22: [RONDO-388] @Image on "huge" has width = 4096, but 3 channels of 4096 × 4096 pixels are 50331648 features a step, and there can be 1,000,000. Change it.
      List<BufferedImage> huge,
      @Image(width = 4) // error at 7: [RONDO-388] @Image on "flat" does not say its height. Write it, such as height = 32.
      List<BufferedImage> flat);
}

enum Mood { GOOD, BAD }
