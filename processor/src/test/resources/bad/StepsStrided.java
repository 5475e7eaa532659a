package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Vector;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.util.List;

@SequenceModel
@Convolution(filters = 4, stride = 2) // error at 1: [RONDO-230] @Convolution on "StepsStrided" leaves fewer steps than come in, but "moods" is answered at each of them. Remove its stride and pool, or answer once.
@GRU(units = 4)
@Dense
interface StepsStrided {
  List<Mood> moods(@Vector(3) float[][] values);
}

enum Mood { GOOD, BAD }
