package dev.rondo.samples.video;

import dev.rondo.Schedule;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Category;
import dev.rondo.data.Image;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.awt.image.BufferedImage;
import java.util.List;

/** Tells the class of a clip: convolutions see each picture, a recurrent layer their order. */
@SequenceModel
@Convolution(filters = 16, pool = 2)
@GRU(units = 64)
@Dense
@Training(learningRate = 3e-3, schedule = Schedule.COSINE, epochs = 14, batchSize = 32)
public interface ClipModel {
  /** Returns one of the classes that training has shown. */
  @Category
  String motion(
      @Image(width = 32, height = 32, channels = 1)
          @Convolution(filters = 8, kernel = 5, stride = 2, pool = 2)
          List<BufferedImage> frames);
}
