package demo;

import dev.rondo.SequenceModel;
import dev.rondo.Shared;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Reader // error at 1: [RONDO-506] @LSTM in @Reader on "SharedShapesDiffer" gets (batch, time, 4), but its first use gets (batch, time, 8), and both are to have the same weights. Remove @Shared, or give both the same features.
@Dense
interface SharedShapesDiffer {
  Mood predict(@Embedding(size = 8) @Reader String text);
}

enum Mood { GOOD, BAD }

@Shared
@LSTM(units = 4)
@interface Reader {}
