package demo;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Crf;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

@SequenceModel
@Training(labelSmoothing = 0.1) // error at 28: [RONDO-402] @Training on "CrfSmoothed" has labelSmoothing, which smooths the answer of each step, but @Crf on "tag" learns all steps of a sequence by one probability. Remove labelSmoothing.
@Embedding(size = 4)
@LSTM(units = 4)
@Dense
interface CrfSmoothed {
  @Crf
  List<Tag> tag(List<String> words);
}

enum Tag { NOUN, VERB }
