package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.data.Missing;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.time.LocalDate;
import java.util.List;

record Profile(LocalDate birth, float income, @Category @Embedding(size = 3) String city) {}

record Tx(@Scale(Scaling.LOG) double amount) {}

@SequenceModel
@LSTM(units = 6)
@Dropout(0.2)
@Dense
interface Cards {
  List<Boolean> fraud(List<Tx> card, Profile owner, @Category @Missing @Embedding(size = 5) Integer shop);
}
