package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.data.Text;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface TextInRecord {
  boolean predict(List<Payment> payments);
}

record Payment(float amount, Shop shop) {}

record Shop(String name, @Text @Category @Embedding(size = 8) String town) {}
