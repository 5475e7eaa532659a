package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
interface TranslationOfClasses {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Dense
  Mood translate(String sentence); // error at 8: [RONDO-801] "translate" is an @EncoderDecoder, but returns Mood: it reads one text and writes another. Write String translate(String text), or remove @EncoderDecoder.
}

enum Mood { GOOD, BAD }
