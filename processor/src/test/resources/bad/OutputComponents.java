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
    Prediction<Mood> mood, // error at 22: [RONDO-302] "mood" of "Verdict" is Prediction<Mood>, but a returned record holds plain answers: a generated method returns their probabilities. Write Mood.
    Detail detail, // error at 12: [RONDO-302] "detail" of "Verdict" is Detail, but a returned record holds answers, not records of them. Move the components of Detail into the record around it.
    List<Detail> details, // error at 18: [RONDO-302] "details" of "Verdict" is List<Detail>, but a returned record holds answers, not records of them. Move the components of Detail into the record around it.
    String name, // error at 12: [RONDO-302] "name" of "Verdict" is String, but does not say what text that is. Write @Category on it for one of the classes seen in training, or @Ctc to transcribe steps.
    int count, // error at 9: [RONDO-302] "count" of "Verdict" is of type int, which is no supported output. Write float or double for an amount, or @Category int for a class seen in training.
    Instant at, // error at 13: [RONDO-302] "at" of "Verdict" is of type Instant, which is no supported output. Return one of: an enum, boolean, float, double, a Set of an enum, @Category String, a Prediction of one of these that has classes, @Vector(3) float[], a List with one for each step, or a record of several.
    List<Prediction<Boolean>> alarms, // error at 31: [RONDO-302] "alarms" of "Verdict" is List<Prediction<Boolean>>, but a returned record holds plain answers: a generated method returns their probabilities. Write List<Boolean>.
    int[] counts, // error at 11: [RONDO-302] "counts" of "Verdict" is of type int[], which is no supported output. Write float[] or double[].
    float loss, // error at 11: [RONDO-332] An output cannot be called "loss": an evaluation has the loss of all outputs under that name. Rename the component.
    float values) {} // error at 11: [RONDO-332] An output cannot be called "values": an input has that name. Rename the component.

record Detail(float value) {}

enum Mood { GOOD, BAD }
