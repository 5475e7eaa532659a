package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Missing;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.Loss;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface AnnotationUnread {
  @Loss(balanced = true) // error at 3: [RONDO-321] @Loss on "predict" has no effect, because models do not take typed data yet. Remove it.
  Mood predict(
      @Missing // error at 7: [RONDO-321] @Missing on "text" has no effect, because models do not take typed data yet. Remove it.
      String text);
}

enum Mood { GOOD, BAD }
