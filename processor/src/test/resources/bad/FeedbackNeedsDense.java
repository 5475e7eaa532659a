package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.Feedback;
import dev.rondo.layer.Recurrent;

@SequenceModel
@Embedding(size = 8)
@Recurrent(units = 4, feedback = Feedback.OUTPUT) // error at 42: [RONDO-216] @Recurrent on "FeedbackNeedsDense" has feedback = OUTPUT, so that it feeds back the output of the @Dense directly behind it, but behind it comes @Dropout(0.5). Write a @Dense there, or remove feedback.
@Dropout(0.5)
@Dense
interface FeedbackNeedsDense {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
