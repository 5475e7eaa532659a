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

record Shop(String name, @Text @Category @Embedding(size = 8) String town) {} // error at 20: [RONDO-325] "shop.name" of "payments" is a String in a record, but does not say what it is. Write @Category @Embedding(size = 16) for a name of something, or make a text a parameter of its own.
//& error at 70: [RONDO-309] @Text on "shop.town" of "payments" has no effect, because a name of something is not cut. Remove it.
