package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Characters;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;

/** Text that has been cut already, with the characters of its words. */
@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface CutReader {
  boolean classify(
      @Text(tokens = Tokens.WHITESPACE)
          @Characters(embedding = @Embedding(size = 4), gru = @GRU(units = 4))
          String text);
}
