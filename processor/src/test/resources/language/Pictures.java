package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Image;
import dev.rondo.data.MaxLength;
import dev.rondo.data.Normalization;
import dev.rondo.layer.BatchNorm;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.GRU;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

enum Scene {
  DAY,
  NIGHT
}

@SequenceModel
@GRU(units = 8)
@BatchNorm
@Dense
interface Pictures {
  Scene scene(
      @Image(width = 16, height = 12) @MaxLength(20) @Eye List<BufferedImage> front,
      @Image(width = 8, height = 8, channels = 1, normalize = Normalization.UTTERANCE)
          @Convolution(filters = 4, kernel = 4, pool = 3)
          List<Path> rear);
}

@Convolution(filters = 4, stride = 2)
@BatchNorm
@Dropout(0.1)
@Fovea
@interface Eye {}

@Convolution(filters = 6, pool = 2)
@interface Fovea {}
