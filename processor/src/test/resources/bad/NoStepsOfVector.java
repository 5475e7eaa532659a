package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.time.DayOfWeek;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface NoStepsOfVector {
  List<Mood> tag(float value, DayOfWeek day); // error at 14: [RONDO-331] "tag" returns List<Mood>, an answer for each step, but no input is a sequence. Answer once, or take a list.
}

enum Mood { GOOD, BAD }
