package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.time.DayOfWeek;
import java.util.List;

record Hour(@Scale(Scaling.WINDOW) Float load, float price, DayOfWeek day) {} // error at 42: [RONDO-366] @Scale on "load" of "hours" scales by the window of a sequence, but "load" may be missing, and a window of what is missing has no mean. Fill in what is missing before, or write STANDARD.

@SequenceModel
@GRU(units = 4)
@Dense
interface ScaleByWindow {
  float next(List<Hour> hours, @Scale(Scaling.WINDOW) float area); // error at 46: [RONDO-366] @Scale on "area" scales by the window of a sequence, but "area" is no component of a step. Write STANDARD, or move it to a number of the record that a sequence is of.
}
