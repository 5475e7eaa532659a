package transcriber;

import dev.rondo.SequenceModel;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Attention;
import dev.rondo.layer.AttentionScore;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.EncoderDecoder;

/** Spells words by their sounds, character by character, told where it looked before. */
@SequenceModel
interface Transcriber extends AutoCloseable {
  @EncoderDecoder(beam = 1, lengthPenalty = 0, maxLengthFactor = 1.5, maxLengthExtra = 3)
  @Embedding(size = 64, tied = true)
  @LSTM(units = {128, 128}, dropout = 0.3)
  @Attention(score = AttentionScore.ADDITIVE, inputFeeding = true)
  @Dropout(0.2)
  @Dense(hidden = 64)
  @Text(tokens = Tokens.CHARACTERS, vocabulary = 200)
  String transcribe(
      @Text(tokens = Tokens.CHARACTERS)
          @Embedding(size = 32)
          @LSTM(units = {96, 128}, dropout = 0.3)
          String word);

  @Override
  void close();
}
