package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;
import java.util.List;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
interface TranslationOfTokens {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Dense
  String translate(List<String> sentence); // error at 10: [RONDO-801] "translate" is an @EncoderDecoder, but takes List<String>: it reads one text and writes another. Write String translate(String text), or remove @EncoderDecoder.
}
