package dev.rondo.samples.translation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sentences to test a model on, each once.
 *
 * @param source where they come from, for messages
 * @param english what is translated
 * @param references the right translations of each sentence, one or more
 */
record TestSentences(String source, List<String> english, List<List<String>> references) {
  /** Returns the sentences of pairs: equal ones are one sentence with several references. */
  static TestSentences of(String source, List<Pair> pairs) {
    Map<String, List<String>> references = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      references.computeIfAbsent(pair.english(), english -> new ArrayList<>()).add(pair.french());
    }
    return new TestSentences(
        source,
        List.copyOf(references.keySet()),
        references.values().stream().map(List::copyOf).toList());
  }
}
