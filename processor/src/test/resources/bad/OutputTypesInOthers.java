package demo;

import dev.rondo.Prediction;
import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 4)
@Dense
interface OutputTypesInOthers {
  Optional<Mood> predict(String text); // error at 18: [RONDO-302] "predict" returns Optional<Mood>, which is no supported output. Did you mean Mood? Use an enum, boolean, float, double, a Set of an enum, @Category String, a Prediction of one of these that has classes, @Vector(3) float[], a List with one for each step, or a record of several.
}

@SequenceModel
@Embedding(size = 8)
@GRU(units = 4)
@Dense
interface OutputTypeLater {
  CompletableFuture<Boolean> predict(String text); // error at 30: [RONDO-302] "predict" returns CompletableFuture<Boolean>, which is no supported output. Did you mean boolean? Use an enum, boolean, float, double, a Set of an enum, @Category String, a Prediction of one of these that has classes, @Vector(3) float[], a List with one for each step, or a record of several.
}

@SequenceModel
@Embedding(size = 8)
@GRU(units = 4)
@Dense
@SuppressWarnings("rawtypes")
interface OutputTypeRaw {
  Prediction predict(String text); // error at 14: [RONDO-302] "predict" returns Prediction, which is no supported output. Write what it is of, such as Prediction<Boolean>.
}

@SequenceModel
@Embedding(size = 8)
@GRU(units = 4)
@Dense
interface OutputTypeOfClass {
  Label predict(String text); // error at 9: [RONDO-302] "predict" returns Label, which is no supported output. Label is a class. Write an enum of what it can be, or a record of several answers.
}

@SequenceModel
@Embedding(size = 8)
@GRU(units = 4)
@Dense
interface OutputTypeOfLetter {
  char predict(String text); // error at 8: [RONDO-302] "predict" returns char, which is no supported output. Did you mean @Category String? Use an enum, boolean, float, double, a Set of an enum, @Category String, a Prediction of one of these that has classes, @Vector(3) float[], a List with one for each step, or a record of several.
}

enum Mood {
  GOOD,
  BAD
}

class Label {}
