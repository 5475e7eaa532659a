package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense(activation = Activation.SIGMOID) // error at 31: [RONDO-211] @Dense on "ActivationOnOutput" has activation = SIGMOID, but it is the output, whose activation the loss decides. Remove activation, or add hidden layers that it applies to.
interface ActivationOnOutput {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
