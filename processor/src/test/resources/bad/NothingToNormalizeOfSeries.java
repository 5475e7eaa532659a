package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LayerNorm;

@SequenceModel
@LayerNorm // error at 1: [RONDO-219] @LayerNorm on "NothingToNormalizeOfSeries" gets "values", one feature: brought to mean 0, it is always 0. Remove it: numbers are scaled when they are read.
@GRU(units = 4)
@Dense
interface NothingToNormalizeOfSeries {
  boolean predict(@Series float[] values);
}
