package dev.rondo.runtime.decode;

import java.util.List;

/**
 * What a search found.
 *
 * @param best the best hypotheses, the best first; none for a source without tokens
 */
record Found(Source source, List<Beam.Complete> best) {}
