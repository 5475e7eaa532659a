package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.data.Vector;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

record Profile(float income, @Vector(3) float[] scores) {}

record Click(@Category @Embedding(size = 7) long page) {}

record Customer(Profile profile, @LSTM(units = 10) List<Click> clicks) {}

@SequenceModel
@Dense
interface Churn {
  boolean churns(Customer customer);
}
