package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
interface TranslationValuesOutOfRange {
  @EncoderDecoder(
      beam = 0, // error at 14: [RONDO-803] @EncoderDecoder on "translate" has beam = 0, but it must be between 1 and 100. Change it.
      lengthPenalty = -0.5, // error at 23: [RONDO-803] @EncoderDecoder on "translate" has lengthPenalty = -0.5, but it must be between 0 and 5. Change it.
      maxLengthFactor = 0, // error at 25: [RONDO-803] @EncoderDecoder on "translate" has maxLengthFactor = 0.0, but it must be above 0 and at most 100. Change it.
      maxLengthExtra = -1) // error at 24: [RONDO-803] @EncoderDecoder on "translate" has maxLengthExtra = -1, but it must be between 0 and 10,000. Change it.
  @Embedding(size = 8)
  @GRU(units = 8)
  @Dense
  String translate(String sentence);
}
