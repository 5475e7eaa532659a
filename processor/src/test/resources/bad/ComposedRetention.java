package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@SequenceModel
@Reader // error at 1: [RONDO-504] @Reader on "ComposedRetention" has a @Retention other than CLASS, with which class files lose the order of layers. Remove @Retention.
@Dense
interface ComposedRetention {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }

@Retention(RetentionPolicy.RUNTIME)
@Embedding(size = 8)
@LSTM(units = 4)
@interface Reader {}
