package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;
import dev.rondo.task.LanguageModel;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
interface TranslationAndLanguageModel {
  @LanguageModel
  @EncoderDecoder // error at 3: [RONDO-802] "translate" is a @LanguageModel and an @EncoderDecoder, but it either continues a text or writes another one. Remove one of the two.
  @Embedding(size = 8)
  @GRU(units = 8)
  @Dense
  String translate(String sentence);
}
