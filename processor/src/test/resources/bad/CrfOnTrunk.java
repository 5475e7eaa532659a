package demo;

import dev.rondo.SequenceModel;
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
@Reader // error at 1: [RONDO-336] @Crf in @Reader on "CrfOnTrunk" decides on the answers of an output, and stands on none. Write it on "tag", or on a component of the record that it returns.
interface CrfOnTrunk {
  List<Tag> tag(List<String> words);
}

enum Tag { NOUN, VERB }
