package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Characters;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.Feedback;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.Recurrent;
import java.util.List;

@SequenceModel
@LSTM(units = 4)
@Dense
interface CharactersLayers {
  boolean predict(
      @Embedding(size = 2)
      @Characters // error at 7: [RONDO-342] @Characters on "bare" does not say how characters are looked up. Write embedding = @Embedding(size = 32).
//& error at 7: [RONDO-342] @Characters on "bare" has no recurrent layer that reads the characters. Write one, such as lstm = @LSTM(units = 64).
      List<String> bare,
      @Embedding(size = 2)
      @Characters(embedding = @Embedding(size = 2), lstm = @LSTM(units = 2), gru = @GRU(units = 3)) // error at 7: [RONDO-342] @Characters on "both" has 2 recurrent layers, @LSTM(units = 2) and @GRU(units = 3), but one reads the characters. Keep one; units = {64, 64} makes it deep.
      List<String> both,
      @Embedding(size = 2)
      @Characters(
          embedding = @Embedding(size = 0), // error at 41: [RONDO-202] @Embedding in @Characters on "jordan" has size = 0, but a size must be between 1 and 1,000,000. Change 0.
          recurrent =
              @Recurrent(
                  units = -2, // error at 27: [RONDO-202] @Recurrent in @Characters on "jordan" has units = -2, but a size must be between 1 and 1,000,000. Change -2.
                  feedback = Feedback.OUTPUT)) // error at 38: [RONDO-342] @Recurrent in @Characters on "jordan" has feedback = OUTPUT, but no output is behind it: its state is joined to the word. Remove feedback.
      List<String> jordan);
}
