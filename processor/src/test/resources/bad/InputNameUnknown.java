package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

import support.Unnamed;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface InputNameUnknown extends Unnamed {} // error at 1: [RONDO-110] Parameter 1 of "predict" has no name: the method is inherited from a class file that kept none. Write in "InputNameUnknown": @Override boolean predict(String text);
