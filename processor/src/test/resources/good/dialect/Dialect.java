package dialect;

import dev.rondo.SequenceModel;
import dev.rondo.Shared;
import dev.rondo.data.Text;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LayerNorm;
import dev.rondo.layer.Recurrent;
import dev.rondo.task.EncoderDecoder;

/** Rewrites German: one vocabulary and one embedding for both sides, and no attention. */
@SequenceModel
@GRU(units = 64)
@GRU2
interface Dialect {
  @EncoderDecoder
  @German
  @LayerNorm
  @GRU(units = 48)
  @Recurrent(units = 32)
  @Dense
  String rewrite(@German String state);
}

/** What both sides share. */
@Shared
@Text(language = "de", vocabulary = 8_000)
@Embedding(size = 64, tied = false)
@interface German {}

/** Two layers more. */
@GRU(units = {64, 48})
@interface GRU2 {}
