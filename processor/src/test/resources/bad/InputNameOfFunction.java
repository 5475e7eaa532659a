package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.function.Function;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface InputNameOfFunction extends Function<String, Mood> {} // error at 1: [RONDO-110] Parameter 1 of "apply" has no name: the method is inherited from a class file that kept none. Write in "InputNameOfFunction": @Override Mood apply(String text);

enum Mood { GOOD, BAD }
