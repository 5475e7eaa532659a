package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.runtime.data.text.TextSource;
import dev.rondo.runtime.decode.Sampling;
import dev.rondo.task.LanguageModel;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 8)
@Dense
interface LanguageModelMethodTaken {
  @LanguageModel
  String write(String opening);

  default String write(String opening, Sampling sampling) { // error at 18: [RONDO-112] "LanguageModelMethodTaken" has a method write(java.lang.String, dev.rondo.runtime.decode.Sampling), but the generated LanguageModelMethodTakenPredictor has one of its own. Rename yours.
    return "";
  }

  default double evaluate(TextSource text) { // error at 18: [RONDO-112] "LanguageModelMethodTaken" has a method evaluate(dev.rondo.runtime.data.text.TextSource), but the generated LanguageModelMethodTakenPredictor has one of its own. Rename yours.
    return 0;
  }
}
