package dev.rondo.it.typed;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Image;
import dev.rondo.layer.Activation;
import dev.rondo.layer.BatchNorm;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.awt.image.BufferedImage;
import java.util.List;

/** {@link Drifts} with batch normalization of pictures and of a state. */
@SequenceModel
@GRU(units = 12)
@BatchNorm
@Dense
@Training(learningRate = 0.01, epochs = 3, batchSize = 8)
interface Normed {
  Drift drift(
      @Image(width = 12, height = 10, channels = 1)
          @Convolution(filters = 4, kernel = 3, stride = 2, pool = 2, activation = Activation.NONE)
          @BatchNorm
          List<BufferedImage> frames);
}
