package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.BatchNorm;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface BatchNormOfComponent {
  boolean fraud(List<Charge> charges);
}

record Charge(@BatchNorm float amount) {} // error at 32: [RONDO-222] @BatchNorm on "amount" of "charges" has no effect, because "charges" flows into the layers as a whole, and its components have no layers of their own but @Embedding. Move it to "charges".
