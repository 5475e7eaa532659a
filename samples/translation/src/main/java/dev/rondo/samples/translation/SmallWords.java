package dev.rondo.samples.translation;

import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;

/** How the few words of the shipped sentences become vectors: each language has its own weights. */
@Embedding(size = 256)
@Dropout(0.1)
public @interface SmallWords {}
