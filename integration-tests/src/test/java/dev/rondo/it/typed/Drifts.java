package dev.rondo.it.typed;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Image;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.awt.image.BufferedImage;
import java.util.List;

/** Tells where a spot drifts to. */
@SequenceModel
@GRU(units = 16)
@Dense
@Training(learningRate = 0.01, epochs = 8, batchSize = 16)
interface Drifts {
  Drift drift(
      @Image(width = 12, height = 10, channels = 1)
          @Convolution(filters = 6, kernel = 3, stride = 2, pool = 2)
          List<BufferedImage> frames);
}
