package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.lang.annotation.Repeatable;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Block
@Block
@Dense
interface ComposedRepeatable { // error at 1: [RONDO-505] @Block on "ComposedRepeatable" is @Repeatable, but repeated annotations lose their order among the other layers. Remove @Repeatable.
  Mood predict(String text);
}

enum Mood { GOOD, BAD }

@Repeatable(Blocks.class)
@Dropout(0.5)
@interface Block {}

@interface Blocks {
  Block[] value();
}
