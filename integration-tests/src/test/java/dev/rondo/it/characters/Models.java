package dev.rondo.it.characters;

import dev.rondo.Prediction;
import dev.rondo.SequenceModel;
import dev.rondo.data.Characters;
import dev.rondo.data.Text;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.Recurrent;
import java.util.List;

/** Models of words with and without their characters. */
final class Models {
  private Models() {}

  enum Kind {
    NOUN,
    VERB,
    ADVERB
  }

  enum Tone {
    LOUD,
    CALM
  }

  @SequenceModel
  @Dropout(0.2)
  @LSTM(units = 16)
  @Dense
  interface Tagger {
    List<Kind> tag(
        @Embedding(size = 8)
            @Characters(
                embedding = @Embedding(size = 8),
                lstm = @LSTM(units = 12, direction = Direction.BIDIRECTIONAL))
            List<String> words);
  }

  @SequenceModel
  @Dropout(0.2)
  @LSTM(units = 16)
  @Dense
  interface WordsOnly {
    List<Kind> tag(@Embedding(size = 8) List<String> words);
  }

  @SequenceModel
  @Embedding(size = 4)
  @Characters(gru = @GRU(units = 8), embedding = @Embedding(size = 4))
  @LSTM(units = 8)
  @Dense
  interface Shouting {
    Prediction<Tone> hear(@Text(language = "en") String text);
  }

  @SequenceModel
  @LSTM(units = 8)
  interface Both {
    Kinds tags(
        @Embedding(size = 4)
            @Characters(
                embedding = @Embedding(size = 3),
                recurrent =
                    @Recurrent(
                        units = {4, 3},
                        dropout = 0.25,
                        direction = Direction.BACKWARD))
            String[] words,
        @Embedding(size = 3) @Characters(embedding = @Embedding(size = 3), lstm = @LSTM(units = 3))
            List<String> lemmas);
  }

  record Kinds(List<Kind> kinds, boolean question) {}
}
