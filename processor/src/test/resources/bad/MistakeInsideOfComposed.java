package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Reader // error at 1: [RONDO-202] @Embedding in @Reader on "MistakeInsideOfComposed" has size = 0, but a size must be between 1 and 1,000,000. Change 0.
//& error at 1: [RONDO-202] @LSTM in @Deep in @Reader on "MistakeInsideOfComposed" has units = {4, 0}, but a size must be between 1 and 1,000,000. Change 0.
//& error at 1: [RONDO-203] @LSTM in @Deep in @Reader on "MistakeInsideOfComposed" has dropout = 2.0, but a rate must be at least 0 and below 1. Change it.
@Dense
interface MistakeInsideOfComposed {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }

@Embedding(size = 0)
@Deep
@interface Reader {}

@LSTM(units = {4, 0}, dropout = 2)
@interface Deep {}
