package dev.rondo.samples.tagger;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Category;
import dev.rondo.data.Characters;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

/**
 * Tags words by those around them and by their own characters, which tell a word that training has
 * not shown by its ending and its capitals.
 */
@SequenceModel
@LSTM(units = 128, direction = Direction.BIDIRECTIONAL)
@Dropout(0.5)
@Dense
@Training(learningRate = 2e-3, epochs = 30, batchSize = 32, clipNorm = 5, patience = 6)
public interface CharacterTagger {
  /** Returns the tag of each word: one of those that the training shows. */
  @Category
  List<String> tag(
      @Embedding(size = 100)
          @Characters(
              embedding = @Embedding(size = 32),
              lstm = @LSTM(units = 64, direction = Direction.BIDIRECTIONAL))
          @Dropout(0.5)
          List<String> words);
}
