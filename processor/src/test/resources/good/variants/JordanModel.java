package variants;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.Feedback;
import dev.rondo.layer.Recurrent;

@SequenceModel
@Recurrent(units = 64, feedback = Feedback.OUTPUT, recurrentDropout = 0)
@Dense
interface JordanModel {
  Verdict judge(
      @Embedding(size = 32)
          @Recurrent(
              units = 24,
              feedback = Feedback.OUTPUT,
              direction = Direction.BACKWARD,
              activation = Activation.RELU)
          @Dense(units = 16, hidden = 20, activation = Activation.SIGMOID)
          String text);
}
