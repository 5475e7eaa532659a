package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.data.Missing;
import dev.rondo.data.Series;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface AnnotationUnread {
  @Category // error at 3: [RONDO-321] @Category on "predict" has no effect, because the constants of an enum are its classes. Remove it.
  Mood predict(
      @Missing @Series // error at 7: [RONDO-321] @Missing on "text" has no effect, because a text is never missing: an empty one is read as nothing known. Remove it.
//& error at 16: [RONDO-321] @Series on "text" has no effect, because String is no array or list of numbers. Remove it.
      String text);
}

enum Mood { GOOD, BAD }
