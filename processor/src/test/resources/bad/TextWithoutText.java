package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Text;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

@SequenceModel
@Text(lowercase = false) // error at 1: [RONDO-309] @Text on "TextWithoutText" has no effect, because "words" is of type List<String>, not String. Remove it.
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface TextWithoutText {
  @Text // error at 3: [RONDO-309] @Text on "predict" has no effect, because the output is no text. Remove it, or move it to a parameter.
  Mood predict(@Text(minFrequency = 2) List<String> words); // error at 16: [RONDO-309] @Text on "words" has no effect, because "words" is of type List<String>, not String. Remove it.
}

enum Mood { GOOD, BAD }
