package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 8)
@Dense
interface TextReturned {
  String write(String opening); // error at 10: [RONDO-302] "write" returns String, but does not say what text that is. Write @Category on it for one of the classes seen in training, @LanguageModel to continue a text, @EncoderDecoder to translate one, or @Ctc to transcribe steps.
}
