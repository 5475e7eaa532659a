package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Text;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Text(lowercase = false) // error at 1: [RONDO-312] @Text on "TextTwice" is one @Text too many: "text" has another one. Remove one of them.
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface TextTwice {
  Mood predict(@Text(vocabulary = 100) String text);
}

enum Mood { GOOD, BAD }
