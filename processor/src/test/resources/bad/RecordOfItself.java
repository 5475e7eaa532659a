package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface RecordOfItself {
  boolean predict(List<Comment> comments);
}

record Comment(float length, Answer answer) {}

record Answer(Comment comment) {}
