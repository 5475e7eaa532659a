package demo;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
@Training(truncateAfter = 10) // error at 27: [RONDO-402] @Training on "TranslationTruncated" has truncateAfter, which only a @LanguageModel uses: gradients flow through the whole of other inputs. Remove truncateAfter.
interface TranslationTruncated {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Dense
  String translate(String sentence);
}
