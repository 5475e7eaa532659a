package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.Set;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface InputTypeMisspelt {
  Mood predict(Set<Integer> words); // error at 29: [RONDO-301] "words" is of type Set<Integer>, which is no supported input. A set has no order to be read in. Write List<Integer>, or a set of an enum.
}

enum Mood { GOOD, BAD }
