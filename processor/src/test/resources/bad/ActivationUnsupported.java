package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.Recurrent;

@SequenceModel
@Embedding(size = 8)
@Recurrent(units = 4, activation = Activation.GELU) // error at 46: [RONDO-213] @Recurrent on "ActivationUnsupported" has activation = GELU, but its cell knows only TANH and RELU. Use one of these.
@Dense
interface ActivationUnsupported {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
