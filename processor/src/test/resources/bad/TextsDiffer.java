package demo;

import dev.rondo.SequenceModel;
import dev.rondo.Shared;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
interface TextsDiffer {
  @EncoderDecoder
  @Both
  @GRU(units = 8)
  @Dense
  String translate(@Both @GRU(units = 8) String sentence); // error at 10: [RONDO-819] "sentence" and "translate" share a vocabulary, but their texts become tokens in different ways: lowercase = true and false. Write @Text in the @Shared annotation instead.
}

@Shared
@Embedding(size = 8)
@interface Both {}
