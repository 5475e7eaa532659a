package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
interface TranslatedCharacters {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Dense
  @Text(tokens = Tokens.CHARACTERS, language = "tr") // error at 48: [RONDO-313] @Text on "translate" has a language, but characters whose case is kept are the same in every language. Remove language, or write lowercase = true.
  String translate(String sentence);
}
