package com.example.strict;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Attention;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

/** A text in, another one out. */
@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
public interface Translator {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Attention
  @Dense
  String translate(String sentence);
}
