package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface TextContradictionOfCutText {
  Mood predict(
      @Text(tokens = Tokens.WHITESPACE, lowercase = false, language = "tr") String text); // error at 71: [RONDO-313] @Text on "text" has a language, but tokens between white space whose case is kept are the same in every language. Remove language, or lowercase = false.
}

enum Mood { GOOD, BAD }
