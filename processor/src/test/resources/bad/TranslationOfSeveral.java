package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 4)
interface TranslationOfSeveral {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 4)
  @Dense
  String translate(String title, String sentence); // error at 10: [RONDO-801] "translate" is an @EncoderDecoder, but takes 2 parameters: it reads one text and writes another. Write String translate(String text), or remove @EncoderDecoder.
}
