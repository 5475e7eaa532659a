package listener;

import dev.rondo.AudioClip;
import dev.rondo.SequenceModel;
import dev.rondo.data.Audio;
import dev.rondo.data.Normalization;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Ctc;

/** Writes down what somebody says while they say it. */
@SequenceModel
@Convolution(filters = 64, kernel = 5, stride = 2)
@GRU(units = 96)
@Dense
public interface Listener {
  @Ctc
  String write(@Audio(normalize = Normalization.GLOBAL) AudioClip speech);
}
