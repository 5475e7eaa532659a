package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface GenericModel<T> { // error at 1: [RONDO-104] "GenericModel" is generic, but a network is built for fixed types. Remove its type parameters, or write @SequenceModel on an interface that extends this one with type arguments.
  boolean predict(String text);
}
