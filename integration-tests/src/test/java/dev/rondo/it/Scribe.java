package dev.rondo.it;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.LanguageModel;

/** Continues a text character by character, with tied weights. */
@SequenceModel
@Embedding(size = 24, tied = true)
@GRU(units = 24)
@Dense
@Training(truncateAfter = 20, learningRate = 2e-2, epochs = 12, batchSize = 4)
public interface Scribe {
  @LanguageModel
  String write(@Text(tokens = Tokens.CHARACTERS, lowercase = false) String opening);
}
