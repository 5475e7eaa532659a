package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.Recurrent;

@SequenceModel
@Embedding(size = 0) // error at 19: [RONDO-202] @Embedding on "SizeOutOfRange" has size = 0, but a size must be between 1 and 1,000,000. Change 0.
@Convolution(filters = 8, stride = 0) // error at 36: [RONDO-202] @Convolution on "SizeOutOfRange" has stride = 0, but a size must be between 1 and 1,000,000. Change 0.
@LSTM(units = {4, -1}) // error at 19: [RONDO-202] @LSTM on "SizeOutOfRange" has units = {4, -1}, but a size must be between 1 and 1,000,000. Change -1.
@GRU(units = {}) // error at 14: [RONDO-202] @GRU on "SizeOutOfRange" has empty units, so no layers. Write a size for each layer, such as units = 128.
@Recurrent(units = 0) // error at 20: [RONDO-202] @Recurrent on "SizeOutOfRange" has units = 0, but a size must be between 1 and 1,000,000. Change 0.
@Dense(hidden = {3, 1_000_001}) // error at 21: [RONDO-202] @Dense on "SizeOutOfRange" has hidden = {3, 1000001}, but a size must be between 1 and 1,000,000. Change 1000001.
interface SizeOutOfRange {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
