package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.LanguageModel;

@SequenceModel
@Embedding(size = 8)
@Convolution(filters = 8) // error at 1: [RONDO-232] @Convolution on "ConvolutionOfLanguageModel" reads steps that are yet to come, but a language model writes its text token by token. Remove it.
@LSTM(units = 4)
@Dense
interface ConvolutionOfLanguageModel {
  @LanguageModel
  String write(String opening);
}
