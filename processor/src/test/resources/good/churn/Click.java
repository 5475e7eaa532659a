package churn;

import dev.rondo.data.Category;
import dev.rondo.layer.Embedding;

/** A page that was opened, and for how long. */
public record Click(@Category @Embedding(size = 16) String page, float seconds) {}
