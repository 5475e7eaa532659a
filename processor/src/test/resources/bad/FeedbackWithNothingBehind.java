package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.Feedback;
import dev.rondo.layer.Recurrent;

@SequenceModel
@Embedding(size = 8)
@Recurrent(units = 4, feedback = Feedback.OUTPUT) // error at 42: [RONDO-216] @Recurrent on "FeedbackWithNothingBehind" has feedback = OUTPUT, so that it feeds back the output of the @Dense directly behind it, but nothing comes behind it. Write a @Dense there, or remove feedback.
interface FeedbackWithNothingBehind { // error at 1: [RONDO-210] "FeedbackWithNothingBehind" ends with @Recurrent, which is no output layer. Write @Dense as the last layer.
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
