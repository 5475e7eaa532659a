package demo;

import dev.rondo.SequenceModel;
import dev.rondo.Shared;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;

@SequenceModel
@Embedding(size = 4)
@Memory
interface LanguageModelSharedState {
  @LanguageModel
  @Memory // error at 3: [RONDO-704] @LSTM in @Memory on "write" is @Shared with a layer before it, but each recurrent layer of a language model carries a state of its own. Remove @Shared, or one of the two.
  @Dense
  String write(String opening);
}

@Shared
@LSTM(units = 4)
@interface Memory {}
