package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.data.Characters;
import dev.rondo.data.Series;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

@SequenceModel
@LSTM(units = 4)
@Dense
interface CharactersWithoutWords {
  boolean predict(
      @Series
      @Characters(embedding = @Embedding(size = 2), lstm = @LSTM(units = 2)) // error at 7: [RONDO-340] @Characters on "values" has no effect, because "values" is of type float[], which has no words. Remove it.
      float[] values,
      @Category
      @Embedding(size = 2)
      @Characters(embedding = @Embedding(size = 2), lstm = @LSTM(units = 2)) // error at 7: [RONDO-340] @Characters on "names" has no effect, because "names" is a @Category, names of something that are not read. Remove it.
      List<String> names);
}

record Site(
    @Category
    @Embedding(size = 2)
    @Characters(embedding = @Embedding(size = 2), lstm = @LSTM(units = 2))
    String city, // error at 12: [RONDO-321] @Characters on "city" of "sites" has no effect, because only an input that is words as a whole is read by them. Remove it.
    float load) {}

@SequenceModel
@LSTM(units = 4)
@Dense
interface CharactersInRecord {
  boolean predict(List<Site> sites);
}
