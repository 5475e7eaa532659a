package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Crf;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

@SequenceModel
@Embedding(size = 4)
@LSTM(units = 4)
interface CrfOnMethod {
  @Crf // error at 3: [RONDO-321] @Crf on "read" has no effect, because each component of Read is an output of its own. Move it to the component of the tags.
  Read read(List<String> words);
}

enum Tag { NOUN, VERB }

record Read(List<Tag> tags, boolean known) {}
