package dev.rondo.samples.tagger;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Category;
import dev.rondo.data.Characters;
import dev.rondo.layer.Crf;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

/**
 * Tags words as {@link CharacterTagger} does, but by two layers, one on the other, and decides the
 * tags of a sentence together, so that each name is found whole.
 */
@SequenceModel
@LSTM(
    units = {128, 128},
    direction = Direction.BIDIRECTIONAL,
    dropout = 0.5)
@Dropout(0.5)
@Dense
@Training(learningRate = 2e-3, epochs = 40, batchSize = 32, clipNorm = 5, patience = 8)
public interface CrfTagger {
  /** Returns the tag of each word: one of those that the training shows. */
  @Crf
  @Category
  List<String> tag(
      @Embedding(size = 100)
          @Characters(
              embedding = @Embedding(size = 32),
              lstm = @LSTM(units = 64, direction = Direction.BIDIRECTIONAL))
          @Dropout(0.5)
          List<String> words);
}
