package demo;

import dev.rondo.SequenceModel;
import dev.rondo.Shared;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

@SequenceModel
@Embedding(size = 8)
@LSTM(units = 4)
@Dense
interface NoEffect {
  boolean predict(String text);

  @Dense // error at 3: [RONDO-114] @Dense on "negated" has no effect: "negated" is not the method that a model implements. Move it to the interface, or to the abstract method.
  default boolean negated(@Embedding(size = 8) String text) { // error at 27: [RONDO-114] @Embedding on "text" has no effect: "negated" is not the method that a model implements. Move it to the interface, or to the abstract method.
    return !predict(text);
  }
}

@Shared // error at 1: [RONDO-114] @Shared on "Nothing" has no effect: the annotation carries no layer and no @Text to share. Add some, or remove @Shared.
@interface Nothing {}
