package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.awt.image.BufferedImage;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface ImageMissing {
  Mood mood(List<BufferedImage> frames); // error at 33: [RONDO-385] "frames" is of type List<BufferedImage>, but nothing says how large its pictures are read. Write @Image(width = 32, height = 32).
}

enum Mood { GOOD, BAD }
