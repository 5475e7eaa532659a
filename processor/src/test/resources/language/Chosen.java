package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Missing;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

record Choice(
    DayOfWeek[] array,
    List<DayOfWeek> list,
    Set<DayOfWeek> set,
    @Missing DayOfWeek[] noArray,
    @Missing List<DayOfWeek> noList,
    @Missing Set<DayOfWeek> noSet) {}

/** Several constants in one value, however they come. */
@SequenceModel
@GRU(units = 4)
@Dense
interface Chosen {
  boolean choose(List<Choice> choices);
}
