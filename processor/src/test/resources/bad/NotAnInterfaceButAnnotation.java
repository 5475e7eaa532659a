package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;

@SequenceModel // error at 1: [RONDO-101] @SequenceModel on "NotAnInterfaceButAnnotation" has no effect: "NotAnInterfaceButAnnotation" is an annotation, but a @SequenceModel must be an interface. Write interface in place of @interface.
@Embedding(size = 8)
@GRU(units = 4)
@Dense
@interface NotAnInterfaceButAnnotation {}
