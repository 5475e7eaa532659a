package dev.rondo.runtime.train.metric;

import dev.rondo.Span;
import dev.rondo.runtime.data.answer.TagScheme;
import dev.rondo.runtime.train.SpanEvaluation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the spans of tagged sequences. For use by one thread. */
final class SpanMetrics {
  private final Map<String, SpanCounts> perLabel = new LinkedHashMap<>();
  private SpanCounts all = new SpanCounts("", 0, 0, 0);

  /** Creates metrics of tags that name spans. */
  SpanMetrics(TagScheme scheme) {
    scheme.labels().forEach(label -> perLabel.put(label, new SpanCounts(label, 0, 0, 0)));
  }

  /**
   * Adds a sequence.
   *
   * @param expected names of the right tags; labels may be new
   * @param answered names of the tags that were answered
   */
  void add(List<String> expected, List<String> answered) {
    List<Span> right = TagScheme.spansNamed(expected);
    Set<Span> known = new HashSet<>(right);
    right.forEach(span -> count(span, 1, 0, 0));
    TagScheme.spansNamed(answered).forEach(span -> count(span, 0, 1, known.contains(span) ? 1 : 0));
  }

  private void count(Span span, long expected, long answered, long right) {
    all = all.plus(expected, answered, right);
    perLabel.compute(
        span.label(),
        (label, counts) ->
            (counts == null ? new SpanCounts(label, 0, 0, 0) : counts)
                .plus(expected, answered, right));
  }

  SpanEvaluation evaluation() {
    return new SpanEvaluation(all, List.copyOf(perLabel.values()));
  }
}
