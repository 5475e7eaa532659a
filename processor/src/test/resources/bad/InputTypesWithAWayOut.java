package demo;

import dev.rondo.Prediction;
import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.data.Vector;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

@SequenceModel
@GRU(units = 4)
@Dense
interface InputTypesWithAWayOut {
  float predict(
      List<Step> steps,
      boolean[] flags, // error at 17: [RONDO-301] "flags" is of type boolean[], which is no supported input. Write List<Boolean>.
      Float[] boxes, // error at 15: [RONDO-301] "boxes" is of type Float[], which is no supported input. Write List<Float>.
      short[] shorts, // error at 15: [RONDO-301] "shorts" is of type short[], which is no supported input. Write @Series int[] for one value a step, or @Category int[] for ids.
      @Series long[] longs, // error at 22: [RONDO-301] "longs" is of type long[], which is no supported input. Write double[], or @Category long[] for ids.
      @Vector(3) long[] vector, // error at 25: [RONDO-301] "vector" is of type long[], which is no supported input. Write @Vector(3) double[], if there are three.
      List<OptionalDouble> gaps, // error at 28: [RONDO-301] "gaps" is of type List<OptionalDouble>, which is no supported input. What stands in a list is never missing. Write a list of the numbers themselves.
      EnumSet<DayOfWeek> days, // error at 26: [RONDO-301] "days" is of type EnumSet<DayOfWeek>, which is no supported input. Did you mean Set<DayOfWeek>? Use String, a number, boolean, an enum, a time of java.time, a record of these, or a list or an array of one of them.
      Prediction<Boolean> guess); // error at 27: [RONDO-301] "guess" is of type Prediction<Boolean>, which is no supported input. Write Boolean.
}

record Step(
    char letter, // error at 10: [RONDO-301] "letter" of "steps" is of type char, which is no supported input. Did you mean @Category String? Use String, a number, boolean, an enum, a time of java.time, a record of these, or a list or an array of one of them.
    Optional<Instant> at, // error at 23: [RONDO-301] "at" of "steps" is of type Optional<Instant>, which is no supported input. Did you mean @Missing Instant? Use String, a number, boolean, an enum, a time of java.time, a record of these, or a list or an array of one of them.
    Map<String, Float> readings, // error at 24: [RONDO-301] "readings" of "steps" is of type Map<String, Float>, which is no supported input. A map has no components that are always there. Write a record with one for each key.
    Shape shape, // error at 11: [RONDO-301] "shape" of "steps" is of type Shape, which is no supported input. Write one record with an enum that says which one it is.
    java.util.Date date, // error at 20: [RONDO-301] "date" of "steps" is of type Date, which is no supported input. Did you mean Instant? Use String, a number, boolean, an enum, a time of java.time, a record of these, or a list or an array of one of them.
    Iterable<Float> values, // error at 21: [RONDO-301] "values" of "steps" is of type Iterable<Float>, which is no supported input. Did you mean List<Float>? Use String, a number, boolean, an enum, a time of java.time, a record of these, or a list or an array of one of them.
    java.util.UUID id, // error at 20: [RONDO-301] "id" of "steps" is of type UUID, which is no supported input. Did you mean @Category String? Use String, a number, boolean, an enum, a time of java.time, a record of these, or a list or an array of one of them.
    Object anything) {} // error at 12: [RONDO-301] "anything" of "steps" is of type Object, which is no supported input. Use String, a number, boolean, an enum, a time of java.time, a record of these, or a list or an array of one of them.

sealed interface Shape permits Circle, Square {}

record Circle(float radius) implements Shape {}

record Square(float side) implements Shape {}
