package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.StoredAs;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

@SequenceModel(name = "ticket-router")
@LSTM(units = 4)
@Dense
interface StoredNamed {
  Mood predict(
      @StoredAs("ticket") @Embedding(size = 8) List<String> message,
      @StoredAs("source") @Embedding(size = 2) Channel channel);
}

enum Mood { GOOD, BAD }

enum Channel { MAIL, PHONE }
