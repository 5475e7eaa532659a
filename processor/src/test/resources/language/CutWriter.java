package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;

/** A language model of text that has been cut already: ends of lines are tokens. */
@SequenceModel
@Embedding(size = 8)
@LSTM(units = 8)
@Dense
interface CutWriter {
  @LanguageModel
  String write(@Text(tokens = Tokens.WHITESPACE, lowercase = false, vocabulary = 10_000) String opening);
}
