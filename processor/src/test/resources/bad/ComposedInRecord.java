package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface ComposedInRecord {
  boolean predict(List<Click> clicks, Click last);
}

@Embedding(size = 4)
@interface Page {
  int size() default 1;
}

record Click(@Category @Page String page) {} // error at 24: [RONDO-503] @Page on "page" of "clicks" has members of its own, but a composed annotation stands for what it carries and nothing else. Remove the members.
