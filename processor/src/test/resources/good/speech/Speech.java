package speech;

import dev.rondo.AudioClip;
import dev.rondo.SequenceModel;
import dev.rondo.data.Audio;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.GRU;
import dev.rondo.task.Ctc;

/** Writes down the words that somebody says. */
@SequenceModel
@Convolution(filters = 64, kernel = 5, stride = 2)
@GRU(units = 96, direction = Direction.BIDIRECTIONAL)
@Dense
public interface Speech {
  @Ctc(beam = 8)
  @Text(tokens = Tokens.WORDS)
  String transcribe(@Audio(rate = 8000, bands = 40) AudioClip clip);
}
