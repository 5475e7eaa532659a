package poet;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;

/** Continues a text character by character; the output layer has the embedding's weights. */
@SequenceModel
@Embedding(size = 128, tied = true)
@LSTM(units = {256, 128}, dropout = 0.2)
@Dropout(0.1)
@Dense
@Training(truncateAfter = 100, learningRate = 2e-3)
public interface Poet {
  @LanguageModel
  String write(@Text(tokens = Tokens.CHARACTERS, lowercase = false) String opening);
}
