package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Recurrent;
import java.util.List;

@SequenceModel
@Recurrent(units = 4, feedback = dev.rondo.layer.Feedback.OUTPUT) // error at 58: [RONDO-216] @Recurrent on "FeedbackOfSeveral" has feedback = OUTPUT, so that it feeds back the output of the @Dense directly behind it, but 2 outputs are directly behind it. Write a @Dense(units = 64) before these, or remove feedback.
interface FeedbackOfSeveral {
  Verdict predict(List<Float> values);
}

record Verdict(@Dense(hidden = 3) boolean urgent, float hours) {}
