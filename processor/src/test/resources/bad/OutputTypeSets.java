package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.time.DayOfWeek;
import java.util.Set;

@SequenceModel
@GRU(units = 4)
@Dense
interface OutputTypeSets {
  Set<DayOfWeek>[] predict(@Series float[] values); // error at 20: [RONDO-302] "predict" returns Set<DayOfWeek>[], which is no supported output. Write a record of what is answered at a step, and a list of it.
}

@SequenceModel
@GRU(units = 4)
@Dense
interface OutputTypeCounts {
  int[][] predict(@Series float[] values); // error at 11: [RONDO-302] "predict" returns int[][], which is no supported output. Write @Vector(3) float[][], if each step has three.
}
