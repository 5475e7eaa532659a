package demand;

import dev.rondo.data.Category;
import dev.rondo.layer.Embedding;

/** What is known of a store. */
public record Store(@Category @Embedding(size = 8) String id, float area) {}
