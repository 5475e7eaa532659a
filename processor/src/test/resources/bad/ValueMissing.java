package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.Recurrent;

@SequenceModel
@Embedding // error at 1: [RONDO-201] @Embedding on "ValueMissing" does not say its size. Write it, such as @Embedding(size = 64).
@Convolution // error at 1: [RONDO-201] @Convolution on "ValueMissing" does not say its filters. Write it, such as @Convolution(filters = 64).
@LSTM(direction = Direction.BACKWARD) // error at 1: [RONDO-201] @LSTM on "ValueMissing" does not say its units. Write it, such as @LSTM(units = 128).
@GRU // error at 1: [RONDO-201] @GRU on "ValueMissing" does not say its units. Write it, such as @GRU(units = 128).
@Recurrent // error at 1: [RONDO-201] @Recurrent on "ValueMissing" does not say its units. Write it, such as @Recurrent(units = 128).
@Dense
interface ValueMissing {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
