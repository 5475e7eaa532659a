package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Text;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense(units = 100) // error at 16: [RONDO-204] @Dense on "LanguageModelSized" has units = 100, but a language model scores each token of its vocabulary. Remove units: the return type gives the size.
interface LanguageModelSized {
  @LanguageModel
  @Text // error at 3: [RONDO-309] @Text on "write" has no effect, because a language model writes the tokens that it reads. Remove it, or move it to a parameter.
  String write(String opening);
}
