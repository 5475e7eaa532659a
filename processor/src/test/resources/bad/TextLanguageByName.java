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
interface TextLanguageByName {
  Mood predict(@Text(language = "Turkisch") String text); // error at 33: [RONDO-311] @Text on "text" has language = "Turkisch", which is no IETF language tag. Did you mean "tr"? Write one such as "en".
}

enum Mood { GOOD, BAD }
