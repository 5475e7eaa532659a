package demo;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import org.jspecify.annotations.Nullable;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = -4) // error at 15: [RONDO-202] @LSTM on "ManyMistakes" has units = -4, but a size must be between 1 and 1,000,000. Change -4.
@Dropout(1.5) // error at 10: [RONDO-203] @Dropout on "ManyMistakes" has the rate 1.5, but a rate must be at least 0 and below 1. Change it.
@Dense(activation = Activation.RELU) // error at 31: [RONDO-211] @Dense on "ManyMistakes" has activation = RELU, but it is the output, whose activation the loss decides. Remove activation, or add hidden layers that it applies to.
@Training(epochs = 0) // error at 20: [RONDO-401] @Training on "ManyMistakes" has epochs = 0, but it must be at least 1. Change it.
interface ManyMistakes {
  int predict(@Nullable String text); // error at 32: [RONDO-307] "text" is @Nullable, but a text is never missing: an empty one is read as nothing known. Remove @Nullable.
//& error at 7: [RONDO-302] "predict" returns int, which is no supported output. Write float or double for an amount, or @Category int for a class seen in training.
}
