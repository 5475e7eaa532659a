package dev.rondo.samples.tagger;

import dev.rondo.Span;
import dev.rondo.runtime.train.SpanCounts;
import dev.rondo.samples.common.Results;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How good a model is, and how fast.
 *
 * @param source what it was tested on
 * @param sentences how many
 * @param tokens how many
 * @param accuracy the share of tokens whose tag is right
 * @param spanF1 of names, as CoNLL's scorer counts them; not a number where tags are no names
 * @param tokensPerSecond tagged, many sentences at once
 */
record TestReport(
    String source,
    int sentences,
    int tokens,
    double accuracy,
    double spanF1,
    double tokensPerSecond) {
  private static final int WARM_UP = 64;

  static TestReport of(TaggerModel model, TestSentences test) {
    List<List<String>> words = test.sentences().stream().map(Tagged::words).toList();
    model.tagAll(words.subList(0, Math.min(WARM_UP, words.size())));
    long start = System.nanoTime();
    List<List<String>> answers = model.tagAll(words);
    double seconds = (System.nanoTime() - start) / 1e9;
    int tokens = 0;
    int right = 0;
    long expectedSpans = 0;
    long answeredSpans = 0;
    long rightSpans = 0;
    boolean names = Tagged.areNames(test.sentences());
    for (int i = 0; i < words.size(); i++) {
      List<String> expected = test.sentences().get(i).tags();
      List<String> answered = answers.get(i);
      for (int step = 0; step < expected.size(); step++) {
        tokens++;
        right += expected.get(step).equals(answered.get(step)) ? 1 : 0;
      }
      if (names) {
        Set<Span> wanted = new HashSet<>(TaggedNames.of(expected));
        Set<Span> found = new HashSet<>(TaggedNames.of(answered));
        expectedSpans += wanted.size();
        answeredSpans += found.size();
        wanted.retainAll(found);
        rightSpans += wanted.size();
      }
    }
    double f1 =
        names ? new SpanCounts("", expectedSpans, answeredSpans, rightSpans).f1() : Double.NaN;
    return new TestReport(
        test.source(), words.size(), tokens, (double) right / tokens, f1, tokens / seconds);
  }

  void addTo(Results results) {
    results
        .put("accuracy", accuracy)
        .put("spanF1", spanF1)
        .put("tokensPerSecond", tokensPerSecond)
        .put("sentences", sentences)
        .put("tokens", tokens)
        .put("testedOn", source);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "tested on %s: accuracy %.2f %%%s, %,d tokens in %,d sentences, %,.0f tokens/s",
        source,
        100 * accuracy,
        Double.isNaN(spanF1)
            ? ""
            : String.format(Locale.ROOT, ", F1 of names %.2f %%", 100 * spanF1),
        tokens,
        sentences,
        tokensPerSecond);
  }
}
