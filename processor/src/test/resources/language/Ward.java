package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Vector;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.GRU;
import java.util.List;
import java.util.Set;

enum Risk {
  FALL,
  SEPSIS
}

record Vitals(float pulse, float pressure) {}

record Stay(List<Boolean> alarm, Set<Risk> risks, @Dense(hidden = 3) @Vector(2) double[] days) {}

@SequenceModel
@GRU(units = 6, direction = Direction.BIDIRECTIONAL)
@Dropout(0.5)
@Dense(units = 4)
interface Ward {
  Stay stay(List<Vitals> vitals);
}
