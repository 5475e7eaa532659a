package com.example.strict;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;

/** A language model. */
@SequenceModel
@Embedding(size = 8)
@LSTM(units = 8)
@Dense
public interface Poet {
  @LanguageModel
  String write(String opening);
}
