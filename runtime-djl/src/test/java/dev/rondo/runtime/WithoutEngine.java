package dev.rondo.runtime;

import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.TrainingOptions;
import java.util.List;

/** A program that uses the runtime but computes nothing. */
final class WithoutEngine {
  private WithoutEngine() {}

  private enum Answer {
    YES,
    NO
  }

  public static void main(String[] arguments) {
    EnumCodec<Answer> codec = EnumCodec.of(Answer.values());
    Rows<int[], Integer> rows =
        Rows.of(
            List.of(Answer.YES, Answer.NO),
            answer -> new Row<>(new int[] {1}, codec.index(answer), 1));
    System.out.print(
        Device.parse("cuda:1")
            + " "
            + rows.size()
            + " "
            + codec.prediction(new float[] {1, 0}).value()
            + " "
            + TrainingOptions.builder().epochs(3).build().epochs()
            + " "
            + TrainingHistory.none().bestEpoch());
  }
}
