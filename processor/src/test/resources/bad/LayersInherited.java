package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;

@SequenceModel
@GRU(units = 4)
@Dense
interface LayersInherited extends OfMethod, OfType {}

interface OfMethod {
  boolean predict(@Embedding(size = 8) String text); // error at 19: [RONDO-113] @Embedding on "text" has no effect: "OfMethod" is no @SequenceModel, and the model "LayersInherited" inherits nothing from it but the method. Declare the method in "LayersInherited" again, with the annotation.
}

@GRU(units = 4) // error at 1: [RONDO-113] @GRU on "OfType" has no effect: "OfType" is no @SequenceModel, and the model "LayersInherited" inherits nothing from it but the method. Move the annotation to "LayersInherited".
interface OfType {}
