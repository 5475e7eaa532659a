package demo;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Reader // error at 1: [RONDO-502] @Reader on "ComposedOfForbidden" carries @SequenceModel, but a composed annotation carries only layers, @Text and other composed annotations. Write it on the interface instead.
//& error at 1: [RONDO-502] @Reader on "ComposedOfForbidden" carries @Training, but a composed annotation carries only layers, @Text and other composed annotations. Write it on the interface instead.
@Dense
interface ComposedOfForbidden {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Training(epochs = 3)
@interface Reader {}
