package dev.rondo.samples.translation;

import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;

/** How words of either language become vectors: each language has weights of its own. */
@Embedding(size = 256)
@Dropout(0.2)
public @interface EmbeddedWords {}
