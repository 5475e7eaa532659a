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

record Answer(Comment comment) {} // error at 23: [RONDO-327] "answer.comment" of "comments" is of type Comment, which is a part of itself, so that it never ends. Remove it, or take what is nested as a list of its own.
