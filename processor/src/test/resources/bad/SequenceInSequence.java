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
      List<List<Float>> rows, List<float[]> arrays, List<Visit> visits, Settings settings);
}

record Visit(List<Float> pulses, @Series float[] pressures, float[][] images, Place place) {}

record Place(String[] names) {}

record Settings(List<Instant> changes) {}
