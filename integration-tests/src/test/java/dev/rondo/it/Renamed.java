package dev.rondo.it;

import dev.rondo.SequenceModel;
import dev.rondo.data.StoredAs;
import dev.rondo.data.Text;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;

/** The same model three times: as it was first, renamed without a word, and with the old names. */
interface Renamed {
  /** As it was when its files were saved. */
  @SequenceModel(name = "tone of voice")
  @GRU(units = 6)
  @Dense
  interface Before {
    Mood tone(
        @Text(minFrequency = 1) @Embedding(size = 4) String ticket,
        @Embedding(size = 2) Mood before);
  }

  /** Its inputs were renamed, and nobody thought of the files. */
  @SequenceModel(name = "tone of voice")
  @GRU(units = 6)
  @Dense
  interface Forgotten {
    Mood tone(
        @Text(minFrequency = 1) @Embedding(size = 4) String message,
        @Embedding(size = 2) Mood last);
  }

  /** Everything has another name, and files are loaded. */
  @SequenceModel(name = "tone of voice")
  @GRU(units = 6)
  @Dense
  interface After {
    Mood mood(
        @StoredAs("ticket") @Text(minFrequency = 1) @Embedding(size = 4) String message,
        @StoredAs("before") @Embedding(size = 2) Mood last);
  }
}
