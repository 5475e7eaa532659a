package demo;

import dev.rondo.Prediction;
import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.layer.GRU;
import java.time.Instant;
import java.util.List;

@SequenceModel
@GRU(units = 4)
interface OutputComponents {
  Verdict predict(@Series float[] values);
}

record Verdict(
    Prediction<Mood> mood,
    Detail detail,
    List<Detail> details,
    String name,
    int count,
    Instant at,
    List<Prediction<Boolean>> alarms,
    int[] counts,
    float loss,
    float values) {}

record Detail(float value) {}

enum Mood { GOOD, BAD }
