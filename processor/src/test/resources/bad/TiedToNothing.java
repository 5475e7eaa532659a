package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8, tied = true) // error at 29: [RONDO-706] @Embedding on "TiedToNothing" has tied = true, but only the output layers of @LanguageModel and @EncoderDecoder score the tokens that are embedded. Remove tied.
@LSTM(units = 8)
@Dense
interface TiedToNothing {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
