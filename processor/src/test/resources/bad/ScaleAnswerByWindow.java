package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.time.DayOfWeek;
import java.util.List;

record Hour(float load, float price, DayOfWeek day) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface ScaleAnswerByWindow {
  @Scale(Scaling.WINDOW) // error at 17: [RONDO-366] @Scale on "next" scales by the window of a sequence, but "next" is an answer, which is no sequence. Write STANDARD, or move it to a number of the record that a sequence is of.
  float next(List<Hour> hours);
}
