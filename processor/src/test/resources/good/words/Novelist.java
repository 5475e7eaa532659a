package words;

import dev.rondo.SequenceModel;
import dev.rondo.data.Text;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.Recurrent;
import dev.rondo.task.LanguageModel;

/** Continues a text word by word, with layers that no writing kernel computes. */
@SequenceModel
@Embedding(size = 32)
@GRU(units = 48)
@Dense(units = 24, activation = Activation.TANH)
@Recurrent(units = 32)
interface Novelist {
  @LanguageModel
  @Dense
  String go(@Text(minFrequency = 2) String stream);
}
