package digits;

import dev.rondo.AudioClip;
import dev.rondo.SequenceModel;
import dev.rondo.data.Audio;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.GRU;

/** Tells which digit somebody says. */
@SequenceModel
@Convolution(filters = 64, kernel = 5, stride = 2)
@GRU(units = 64, direction = Direction.BIDIRECTIONAL)
@Dropout(0.3)
@Dense
public interface Digits {
  Digit digit(@Audio(rate = 8000, bands = 40) AudioClip clip);
}
