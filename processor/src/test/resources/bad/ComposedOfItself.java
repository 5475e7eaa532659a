package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Reader // error at 1: [RONDO-501] @Reader in @Wrapper in @Reader on "ComposedOfItself" contains itself, so that it never ends. Remove it from its own declaration.
@Dense
interface ComposedOfItself {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }

@Wrapper
@LSTM(units = 4)
@interface Reader {}

@Embedding(size = 8)
@Reader
@interface Wrapper {}
