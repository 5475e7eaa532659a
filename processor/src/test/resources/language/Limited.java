package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Characters;
import dev.rondo.data.Keep;
import dev.rondo.data.MaxLength;
import dev.rondo.data.Series;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import java.util.List;

/** Every kind of sequence, not longer than so many steps. */
@SequenceModel
@Dense
interface Limited {
  boolean classify(
      @MaxLength(value = 400, keep = Keep.HEAD) @Embedding(size = 4) @GRU(units = 4) String text,
      @MaxLength(50) @Embedding(size = 4) @GRU(units = 4) List<String> words,
      @MaxLength(value = 20, keep = Keep.TAIL)
          @Embedding(size = 4)
          @Characters(embedding = @Embedding(size = 4), gru = @GRU(units = 4))
          @GRU(units = 4)
          String[] spelled,
      @MaxLength(value = 1_000, keep = Keep.TAIL) @GRU(units = 4) List<Reading> readings,
      @MaxLength(value = 10, keep = Keep.HEAD) @GRU(units = 4) @Series double[] series,
      @MaxLength(value = 10, keep = Keep.HEAD) @GRU(units = 4) float[][] matrix);
}

record Reading(float load, boolean on) {}
