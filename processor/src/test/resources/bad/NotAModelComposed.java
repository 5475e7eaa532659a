package demo;

import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@Reader // error at 1: [RONDO-113] @Reader on "NotAModelComposed" has no effect: "NotAModelComposed" is no @SequenceModel. Write @SequenceModel on it, or remove the annotation.
class NotAModelComposed {}

@Embedding(size = 8)
@LSTM(units = 4)
@interface Reader {}
