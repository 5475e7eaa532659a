package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.Loss;
import dev.rondo.task.LossKind;
import java.util.List;

enum Queue {
  SALES,
  SUPPORT
}

enum Channel {
  MAIL,
  PHONE
}

record Verdict(
    @Dense Queue queue,
    @Dense(hidden = 32) @Scale(Scaling.LOG) @Loss(kind = LossKind.MAE, weight = 2) float hours,
    Boolean spam) {}

@SequenceModel
@LSTM(units = 64)
interface Triage {
  Verdict triage(@Embedding(size = 64) List<String> words, @Embedding(size = 4) Channel channel);
}
