package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.util.List;
import java.util.Map;

@SequenceModel
@GRU(units = 4)
@Dense
interface InputOfClasses {
  float predict(
      List<Point> points, // error at 19: [RONDO-301] "points" is of type List<Point>, which is no supported input. Point is a class, of which nothing says what is in it. Make it a record.
      List<Figure> figures, // error at 20: [RONDO-301] "figures" is of type List<Figure>, which is no supported input. Figure is an interface, of which nothing says what is in it. Write a record.
      List<Map.Entry<Integer, Float>> pairs, // error at 39: [RONDO-301] "pairs" is of type List<Entry<Integer, Float>>, which is no supported input. Write a record with two components.
      byte[] sound, // error at 14: [RONDO-301] "sound" is of type byte[], which is no supported input. Write @Series int[] for one value a step, or @Category int[] for ids.
      List<Frame> frames);
}

class Point {
  float x;
}

interface Figure {}

record Frame(byte[] pixels) {} // error at 21: [RONDO-301] "pixels" of "frames" is of type byte[], which is no supported input. Write @Vector(3) float[], if there are three.
