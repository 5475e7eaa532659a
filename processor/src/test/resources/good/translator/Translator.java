package translator;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Text;
import dev.rondo.layer.Attention;
import dev.rondo.layer.AttentionScore;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

/** Translates English into French. */
@SequenceModel
@Embedding(size = 256)
@GRU(units = 256, direction = Direction.BIDIRECTIONAL)
@Dropout(0.2)
@Training(epochs = 10, batchSize = 64, clipNorm = 5)
public interface Translator {
  @EncoderDecoder(beam = 5)
  @Embedding(size = 256)
  @GRU(units = 256)
  @Attention(score = AttentionScore.GENERAL)
  @Dropout(0.2)
  @Dense
  @Text(language = "fr")
  String translate(@Text(language = "en") String sentence);
}
