package dev.rondo.it.benchmark;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Characters;
import dev.rondo.layer.Crf;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

/** Taggers of parts of speech, of the sizes that the literature uses. */
final class TaggerModels {
  private TaggerModels() {}

  /** The universal parts of speech. */
  enum Tag {
    ADJ,
    ADP,
    ADV,
    AUX,
    CCONJ,
    DET,
    INTJ,
    NOUN,
    NUM,
    PART,
    PRON,
    PROPN,
    PUNCT,
    SCONJ,
    SYM,
    VERB,
    X
  }

  /** Decides each tag alone. */
  @SequenceModel
  @Training(batchSize = 32, clipNorm = 5)
  @LSTM(units = 128, direction = Direction.BIDIRECTIONAL)
  @Dropout(0.5)
  @Dense
  interface Words {
    List<Tag> tag(@Embedding(size = 100) @Dropout(0.5) List<String> words);
  }

  /** Decides the tags of a sentence together. */
  @SequenceModel
  @Training(batchSize = 32, clipNorm = 5)
  @LSTM(units = 128, direction = Direction.BIDIRECTIONAL)
  @Dropout(0.5)
  @Dense
  interface Together {
    @Crf
    List<Tag> tag(@Embedding(size = 100) @Dropout(0.5) List<String> words);
  }

  /** Reads the characters of words, too. */
  @SequenceModel
  @Training(batchSize = 32, clipNorm = 5)
  @LSTM(units = 128, direction = Direction.BIDIRECTIONAL)
  @Dropout(0.5)
  @Dense
  interface Spelled {
    @Crf
    List<Tag> tag(
        @Embedding(size = 100)
            @Characters(
                embedding = @Embedding(size = 32),
                lstm = @LSTM(units = 64, direction = Direction.BIDIRECTIONAL))
            @Dropout(0.5)
            List<String> words);
  }
}
