package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
sealed interface SealedModel { // error at 8: [RONDO-103] "SealedModel" is sealed, so that no generated class can implement it. Remove sealed.
  boolean predict(String text);
}

non-sealed class Always implements SealedModel {
  @Override
  public boolean predict(String text) {
    return true;
  }
}
