package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Reader(size = 3) // error at 1: [RONDO-503] @Reader on "ComposedWithMembers" has members of its own, but a composed annotation stands for what it carries and nothing else. Remove the members.
@Dense
interface ComposedWithMembers {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }

@Embedding(size = 8)
@LSTM(units = 4)
@interface Reader {
  int size();
}
