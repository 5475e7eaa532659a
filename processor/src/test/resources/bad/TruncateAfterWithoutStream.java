package demo;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 8)
@Dense
@Training(truncateAfter = 50) // error at 27: [RONDO-402] @Training on "TruncateAfterWithoutStream" has truncateAfter, which only a @LanguageModel uses: gradients flow through the whole of other inputs. Remove truncateAfter.
interface TruncateAfterWithoutStream {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
