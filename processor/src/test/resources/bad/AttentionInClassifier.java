package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Attention;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
@Attention // error at 1: [RONDO-812] @Attention on "AttentionInClassifier" looks at an encoder from a decoder, but "AttentionInClassifier" has neither. Did you mean @Pool(ATTENTION), which makes one vector of a sequence? Else write @EncoderDecoder on the method, or remove it.
@Dense
interface AttentionInClassifier {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
