package demo;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Crf;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

@LSTM(units = 4)
@Dense
@Crf
@interface Reader {}

@SequenceModel
@Embedding(size = 4)
@Reader // error at 1: [RONDO-336] x
interface CrfOnTrunk {
  List<Tag> tag(List<String> words);
}

@SequenceModel
@Training(labelSmoothing = 0.1) // error at 28: [RONDO-402] x
@Embedding(size = 4)
@LSTM(units = 4)
@Dense
interface CrfSmoothed {
  @Crf
  List<Tag> tag(List<String> words);
}

enum Tag { NOUN, VERB }
