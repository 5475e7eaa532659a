package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.Feedback;
import dev.rondo.layer.Recurrent;
import dev.rondo.task.LanguageModel;

@SequenceModel
@Embedding(size = 8)
@Recurrent(units = 4, feedback = Feedback.OUTPUT) // error at 42: [RONDO-707] @Recurrent on "LanguageModelFeedback" has feedback = OUTPUT, but a language model is given the token it chose as its next input already. Remove feedback.
@Dense
interface LanguageModelFeedback {
  @LanguageModel
  String write(String opening);
}
