package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Text;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface TextLanguage {
  Mood predict(@Text(language = "en_US") String text); // error at 33: [RONDO-311] @Text on "text" has language = "en_US", which is no IETF language tag. Did you mean "en-US"? Write one such as "en".
}

enum Mood { GOOD, BAD }
