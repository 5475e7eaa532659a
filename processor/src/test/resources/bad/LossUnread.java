package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;
import dev.rondo.task.Loss;
import dev.rondo.task.LossKind;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface LossUnread {
  @LanguageModel
  @Loss(kind = LossKind.FOCAL) // error at 3: [RONDO-321] @Loss on "write" has no effect, because a text is learned token by token, by their cross entropy. Remove it.
  String write(String opening);
}
