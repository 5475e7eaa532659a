package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;
import dev.rondo.task.LanguageModel;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Pool(Pooling.MAX) // error at 1: [RONDO-703] @Pool on "LanguageModelPooled" makes one vector of the text, but a language model foretells the token after each step. Remove it.
@Dense
interface LanguageModelPooled {
  @LanguageModel
  String write(String opening);
}
