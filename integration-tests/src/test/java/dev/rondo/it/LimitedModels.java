package dev.rondo.it;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Keep;
import dev.rondo.data.MaxLength;
import dev.rondo.data.Series;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;
import java.util.List;

/** Models of which inputs are not longer than so many steps. */
final class LimitedModels {
  private LimitedModels() {}

  record Reading(float load) {}

  @SequenceModel
  @Embedding(size = 8)
  @GRU(units = 8)
  @Dense
  @Training(learningRate = 0.02, epochs = 6, batchSize = 16)
  interface Start {
    Mood judge(@MaxLength(value = 3, keep = Keep.HEAD) String text);
  }

  @SequenceModel
  @Embedding(size = 8)
  @GRU(units = 8)
  @Dense
  @Training(epochs = 1)
  interface Tags {
    List<Boolean> tag(@MaxLength(3) List<String> words);
  }

  @SequenceModel
  @Dense
  @Training(epochs = 1)
  interface Several {
    boolean alarm(
        @MaxLength(value = 2, keep = Keep.TAIL) @GRU(units = 4) List<Reading> readings,
        @MaxLength(value = 2, keep = Keep.TAIL) @GRU(units = 4) @Series float[] values,
        @MaxLength(value = 2, keep = Keep.HEAD) @Embedding(size = 4) @GRU(units = 4)
            String[] words);
  }

  @SequenceModel
  @Embedding(size = 8)
  @GRU(units = 8)
  @Training(epochs = 1)
  interface Turner {
    @EncoderDecoder
    @Embedding(size = 8)
    @GRU(units = 8)
    @Dense
    String turn(@MaxLength(value = 3, keep = Keep.TAIL) String text);
  }
}
