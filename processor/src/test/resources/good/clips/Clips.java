package clips;

import dev.rondo.SequenceModel;
import dev.rondo.data.Image;
import dev.rondo.layer.Activation;
import dev.rondo.layer.BatchNorm;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.awt.image.BufferedImage;
import java.util.List;

/** Tells what somebody does in a clip. */
@SequenceModel
@Convolution(filters = 16, pool = 2)
@GRU(units = 64)
@Dense
public interface Clips {
  Motion motion(
      @Image(width = 32, height = 24)
          @Convolution(filters = 8, kernel = 5, stride = 2, activation = Activation.NONE)
          @BatchNorm
          List<BufferedImage> frames);
}
