package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface ClassNameTaken { // error at 1: [RONDO-111] "ClassNameTaken" needs the name "demo.ClassNameTakenTrainer" for what it generates, but there is such a class already. Rename the interface, or that class.
  boolean predict(String text);
}

class ClassNameTakenTrainer {}
