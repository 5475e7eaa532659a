package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.data.Missing;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import java.util.List;

enum Zeichen {
  音,
  Ä
}

record Messung(float t, float T, @Missing float 温度, @Category @Embedding(size = 2) String X) {}

record Ergebnis(boolean Y, float $, Zeichen 東京) {}

/** Names of mathematics and of scripts without capitals, as they are and in another case. */
@SequenceModel
@GRU(units = 4)
interface Capitals {
  Ergebnis ask(List<Messung> X, List<Messung> x, float 値, float MESSUNG, boolean EXPECTED);
}
