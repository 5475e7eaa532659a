package demo;

import dev.rondo.AudioClip;
import dev.rondo.SequenceModel;
import dev.rondo.data.Audio;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.GRU;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;
import dev.rondo.task.Ctc;
import dev.rondo.task.Loss;

enum Mood {
  CALM,
  ANGRY
}

record Heard(
    @Ctc(beam = 4) @Text(tokens = Tokens.WORDS) @Loss(weight = 2) String words,
    @Pool(Pooling.MEAN) Mood mood) {}

@SequenceModel
@Convolution(filters = 8, stride = 2)
@GRU(units = 8)
interface Transcribed {
  Heard listen(@Audio AudioClip call);
}
