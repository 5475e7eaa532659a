package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Text;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
interface TranslatedTextTwice {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Dense
  @Text(minFrequency = 2)
  @French // error at 3: [RONDO-312] @Text in @French on "translate" is one @Text too many: "translate" has another one. Remove one of them.
  String translate(String sentence);
}

@Text(language = "fr")
@interface French {}
