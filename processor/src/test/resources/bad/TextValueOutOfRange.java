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
interface TextValueOutOfRange {
  Mood predict(@Text(vocabulary = 0, minFrequency = -1) String text); // error at 35: [RONDO-310] @Text on "text" has vocabulary = 0, but it must be at least 1. Change it.
//& error at 53: [RONDO-310] @Text on "text" has minFrequency = -1, but it must be at least 1. Change it.
}

enum Mood { GOOD, BAD }
