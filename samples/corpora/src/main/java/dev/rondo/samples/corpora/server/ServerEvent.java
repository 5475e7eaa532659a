package dev.rondo.samples.corpora.server;

import dev.rondo.data.Category;
import dev.rondo.layer.Embedding;

/**
 * A line of a server's log.
 *
 * @param service what it is about
 * @param action what it does
 */
public record ServerEvent(@Category @Embedding(size = 4) String service, Action action) {
  /** What a service does. */
  public enum Action {
    /** A request came. */
    RECEIVED,
    /** Its user may do that. */
    AUTHORIZED,
    /** Its user may not. */
    REFUSED,
    /** The answer was at hand. */
    CACHED,
    /** It was read from the database. */
    LOADED,
    /** It was changed in the database. */
    STORED,
    /** The answer went out. */
    REPLIED
  }
}
