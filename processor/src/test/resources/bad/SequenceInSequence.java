package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.time.Instant;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface SequenceInSequence {
  boolean predict(
      List<List<Float>> rows, List<float[]> arrays, List<Visit> visits, Settings settings); // error at 25: [RONDO-329] "rows" is of type List<List<Float>>, a sequence of sequences, but the steps of a sequence are read one by one. Flatten it, or use float[][] for steps of equal width.
//& error at 45: [RONDO-329] "arrays" is of type List<float[]>, a sequence of sequences, but the steps of a sequence are read one by one. Flatten it, or use float[][] for steps of equal width.
}

record Visit(List<Float> pulses, @Series float[] pressures, float[][] images, Place place) {} // error at 26: [RONDO-329] "pulses" of "visits" is of type List<Float>, a sequence, but "visits" is one already, and its steps are read one by one. Flatten it, or make it a parameter of its own.
//& error at 50: [RONDO-329] "pressures" of "visits" is of type float[], a sequence, but "visits" is one already, and its steps are read one by one. Flatten it, or make it a parameter of its own.
//& error at 71: [RONDO-329] "images" of "visits" is of type float[][], a sequence, but "visits" is one already, and its steps are read one by one. Flatten it, or make it a parameter of its own.

record Place(String[] names) {} // error at 23: [RONDO-329] "place.names" of "visits" is of type String[], a sequence, but "visits" is one already, and its steps are read one by one. Flatten it, or make it a parameter of its own.

record Settings(List<Instant> changes) {} // error at 31: [RONDO-329] "changes" of "settings" is of type List<Instant>, a sequence, but "settings" is read as one vector. Make it a parameter of its own, or make "settings" the only parameter and this a component of its own.
