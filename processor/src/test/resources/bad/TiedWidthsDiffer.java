package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;

@SequenceModel
@Embedding(size = 8, tied = true) // error at 19: [RONDO-705] @Embedding on "TiedWidthsDiffer" is tied and has size = 8, but 4 features flow into the output layer, which has the same weights. Write size = 4, give the last layer before the output 8 units, or remove tied.
@LSTM(units = {8, 4})
@Dense
interface TiedWidthsDiffer {
  @LanguageModel
  String write(String opening);
}
