package dev.rondo.samples.translation;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Text;
import dev.rondo.layer.Attention;
import dev.rondo.layer.AttentionScore;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

/** Translates English into French, word by word. */
@SequenceModel
@GRU(units = 256, direction = Direction.BIDIRECTIONAL)
@Training(epochs = 10, batchSize = 64)
public interface Translator {
  /** Returns the translation of a sentence. */
  @EncoderDecoder
  @EmbeddedWords
  @GRU(units = 256)
  @Attention(score = AttentionScore.GENERAL)
  @Dropout(0.2)
  @Dense
  @Text(language = "fr", vocabulary = 15_000)
  String translate(@EmbeddedWords @Text(language = "en", vocabulary = 12_000) String sentence);
}
