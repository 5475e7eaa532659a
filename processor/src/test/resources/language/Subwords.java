package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

/** Parts of words, in a language. */
@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface Subwords {
  boolean classify(
      @Text(tokens = Tokens.SUBWORDS, language = "fr", lowercase = false, vocabulary = 8000)
          String text);
}
