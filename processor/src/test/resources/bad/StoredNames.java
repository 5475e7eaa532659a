package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.StoredAs;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

@SequenceModel(name = "ticket/router") // error at 23: [RONDO-350] @SequenceModel on "StoredNames" has name = "ticket/router", but a model's name is made of letters from a to z, digits, spaces, "_", "-" and ".", at most 100. Change it.
@LSTM(units = 4)
@Dense
interface StoredNames {
  Mood predict(
      @StoredAs("old name") // error at 17: [RONDO-350] @StoredAs on "subject" says "old name", but the name of an input is made of letters from a to z, digits and "_", at most 100, and does not start with a digit. Change it.
          @Embedding(size = 8)
          List<String> subject,
      @StoredAs("subject") // error at 17: [RONDO-350] @StoredAs on "text" says "subject", but the input "subject" is called so in model files. Write another name.
          @Embedding(size = 8)
          List<String> text,
      @StoredAs("expected") // error at 17: [RONDO-350] @StoredAs on "words" says "expected", but the output is called so in model files. Write another name.
          @Embedding(size = 8)
          List<String> words);
}

enum Mood { GOOD, BAD }
