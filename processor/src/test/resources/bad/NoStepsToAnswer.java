package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface NoStepsToAnswer {
  List<Mood> tag(String text); // error at 14: [RONDO-331] "tag" returns List<Mood>, an answer for each step, but "text" is a String, whose tokens are cut inside, so that nobody could tell which answer is of which. Use List<String>.
}

enum Mood { GOOD, BAD }
