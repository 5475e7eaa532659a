package dev.rondo.it.typed;

import dev.rondo.Prediction;
import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.data.Characters;
import dev.rondo.layer.Crf;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

/** Models that tag words. */
final class Taggers {
  private Taggers() {}

  enum Tag {
    O,
    B_RED,
    I_RED,
    B_BLUE,
    I_BLUE
  }

  /** Decides the tags of a sequence together. */
  @SequenceModel
  @Embedding(size = 8)
  @LSTM(units = 16)
  @Dense
  interface Together {
    @Crf
    List<Tag> tag(List<String> words);
  }

  /** Reads the characters of words, too. */
  @SequenceModel
  @LSTM(units = 16)
  @Dense
  interface Spelled {
    @Crf
    List<Tag> tag(
        @Embedding(size = 8) @Characters(embedding = @Embedding(size = 4), lstm = @LSTM(units = 8))
            List<String> words);
  }

  /** Decides each tag for itself. */
  @SequenceModel
  @Embedding(size = 8)
  @LSTM(units = 16)
  @Dense
  interface Alone {
    List<Prediction<Tag>> tag(String... words);
  }

  /** Has the tags that its training data shows. */
  @SequenceModel
  @Embedding(size = 8)
  @LSTM(units = 16)
  @Dense
  interface Corpus {
    @Category
    List<String> tag(List<String> words);
  }

  record Reading(@Crf List<Tag> tags, boolean found) {}

  /** Has another output beside the tags. */
  @SequenceModel
  @Embedding(size = 8)
  @LSTM(units = 16)
  interface Beside {
    Reading read(List<String> words);
  }
}
