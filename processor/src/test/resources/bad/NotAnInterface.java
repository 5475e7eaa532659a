package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
abstract class NotAnInterface { // error at 10: [RONDO-101] "NotAnInterface" is a class, but a @SequenceModel must be an interface. Make it an interface with one abstract method.
  abstract Mood predict(String text);
}

enum Mood { GOOD, BAD }
