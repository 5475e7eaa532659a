package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.layer.GRU;

@SequenceModel
@GRU(units = 4)
interface OutputNamesAlike {
  Alike predict(@Series float[] values);
}

record Alike(
    float t,
    float T, // error at 11: [RONDO-332] An output cannot be called "T": the constants of Metric would have the names of those of "t". Rename the component.
    boolean fooBar,
    boolean foo_bar) {} // error at 13: [RONDO-332] An output cannot be called "foo_bar": the constants of Metric would have the names of those of "fooBar". Rename the component.
