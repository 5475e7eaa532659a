package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface GenericRecord {
  boolean predict(List<Pair<Float>> pairs, @SuppressWarnings("rawtypes") Pair raw); // error at 37: [RONDO-326] "pairs" is of type List<Pair<Float>>, whose record has type parameters, but a network is built for fixed types. Write a record with the types that are meant.
//& error at 79: [RONDO-326] "raw" is of type Pair, whose record has type parameters, but a network is built for fixed types. Write a record with the types that are meant.
}

record Pair<T>(T left, T right) {}
