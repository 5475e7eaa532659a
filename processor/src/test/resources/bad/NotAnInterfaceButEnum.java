package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
enum NotAnInterfaceButEnum { // error at 1: [RONDO-101] "NotAnInterfaceButEnum" is an enum, but a @SequenceModel must be an interface. Make it an interface with one abstract method.
  GOOD, BAD
}
