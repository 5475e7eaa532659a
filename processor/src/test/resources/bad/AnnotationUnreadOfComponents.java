package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Calendar;
import dev.rondo.data.Category;
import dev.rondo.data.Elapsed;
import dev.rondo.data.Fill;
import dev.rondo.data.Missing;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.data.Series;
import dev.rondo.data.Vector;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.Loss;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface AnnotationUnreadOfComponents {
  boolean predict(List<Step> steps, Machine machine, @Series @Missing int[] counts); // error at 62: [RONDO-321] @Missing on "counts" has no effect, because the numbers of an int[] are never missing. Remove it.
}

record Step(
    @Vector(3) float value, // error at 22: [RONDO-321] @Vector on "value" of "steps" has no effect, because float is no array of numbers. Remove it.
    @Category float price, // error at 21: [RONDO-321] @Category on "price" of "steps" has no effect, because float names nothing: symbols are String, int, long or an enum. Remove it.
    @Scale(Scaling.LOG) DayOfWeek day, // error at 35: [RONDO-321] @Scale on "day" of "steps" has no effect, because DayOfWeek holds no numbers to scale. Remove it.
    @Scale(Scaling.LOG) boolean open, // error at 33: [RONDO-321] @Scale on "open" of "steps" has no effect, because boolean holds no numbers to scale. Remove it.
    @Scale(Scaling.LOG) @Category @Embedding(size = 4) int id, // error at 60: [RONDO-321] @Scale on "id" of "steps" has no effect, because symbols have no size. Remove it.
    @Calendar float hour, // error at 21: [RONDO-321] @Calendar on "hour" of "steps" has no effect, because float is no time. Remove it.
    @Calendar @Elapsed Instant at, // error at 32: [RONDO-321] @Calendar on "at" of "steps" has no effect, because @Elapsed reads the time since the step before instead of the calendar. Remove one of the two, or write a second component.
    @Elapsed LocalTime time, // error at 24: [RONDO-321] @Elapsed on "time" of "steps" has no effect, because what has passed between two values of LocalTime is not known without a date. Remove it.
    @Missing int count, // error at 18: [RONDO-321] @Missing on "count" of "steps" has no effect, because an int is never missing. Remove it.
    @Missing Part part, // error at 19: [RONDO-321] @Missing on "part" of "steps" has no effect, because a record is never missing as a whole: its components may be, each by itself. Remove it.
    @Loss float loss) {} // error at 17: [RONDO-321] @Loss on "loss" of "steps" has no effect, because an input is nothing that is learned. Remove it.

record Part(@Missing boolean on) {} // error at 30: [RONDO-321] @Missing on "part.on" of "steps" has no effect, because a boolean is never missing. Remove it.

record Machine(@Elapsed Instant built, @Missing(fill = Fill.LAST) float age) {} // error at 33: [RONDO-321] @Elapsed on "built" of "machine" has no effect, because "machine" is one vector, without a step before. Remove it.
//& error at 73: [RONDO-321] @Missing on "age" of "machine" has fill = LAST, but "machine" is one vector, without a step before. Remove fill.
