package dev.rondo.samples.video;

import dev.rondo.Schedule;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Category;
import dev.rondo.data.Image;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;
import java.awt.image.BufferedImage;
import java.util.List;

/** {@link ClipModel} with a mean in place of the recurrent layer: it cannot know any order. */
@SequenceModel
@Convolution(filters = 16, pool = 2)
@Pool(Pooling.MEAN)
@Dense(hidden = 64, activation = Activation.RELU)
@Training(learningRate = 3e-3, schedule = Schedule.COSINE, epochs = 14, batchSize = 32)
public interface UnorderedModel {
  /** Returns one of the classes that training has shown. */
  @Category
  String motion(
      @Image(width = 32, height = 32, channels = 1)
          @Convolution(filters = 8, kernel = 5, stride = 2, pool = 2)
          List<BufferedImage> frames);
}
