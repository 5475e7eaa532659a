package dev.rondo.it.benchmark.turns;

import dev.rondo.SequenceModel;
import dev.rondo.data.Text;
import dev.rondo.layer.Attention;
import dev.rondo.layer.AttentionScore;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

/** Translates with the layers and vocabularies of the translation sample. */
@SequenceModel
@Embedding(size = 256)
@GRU(units = 256, direction = Direction.BIDIRECTIONAL)
public interface TurnTranslator {
  /** Returns the translation of a sentence. */
  @EncoderDecoder
  @Embedding(size = 256)
  @GRU(units = 256)
  @Attention(score = AttentionScore.GENERAL)
  @Dense
  @Text(vocabulary = 15_000)
  String translate(@Text(vocabulary = 12_000) String sentence);
}
