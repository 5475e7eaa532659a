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
interface TranslationMethodTaken {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Dense
  String translate(String sentence);

  default List<String> translateAll(List<String> sentences) { // error at 24: [RONDO-112] "TranslationMethodTaken" has a method translateAll(java.util.List), but the generated TranslationMethodTakenPredictor has one of its own. Rename yours.
    return sentences;
  }
}
