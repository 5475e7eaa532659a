package dev.rondo.samples.translation;

import dev.rondo.Shared;
import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;

/** Pieces of words that both languages share, with one embedding for reading and writing. */
@Shared
@Text(tokens = Tokens.SUBWORDS, vocabulary = 8_000, lowercase = false)
@Embedding(size = 256, tied = true)
@Dropout(0.2)
public @interface Subwords {}
