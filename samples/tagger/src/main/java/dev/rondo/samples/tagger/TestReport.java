package dev.rondo.samples.tagger;

import dev.rondo.runtime.train.Evaluation;
import dev.rondo.samples.common.Results;
import java.util.List;
import java.util.Locale;

/**
 * How good a model is, and how fast.
 *
 * @param test what it was tested on
 * @param tags how good its tags are
 * @param tokensPerSecond tagged, many sentences at once
 */
record TestReport(TestSentences test, Evaluation tags, double tokensPerSecond) {
  private static final int WARM_UP = 64;

  static TestReport of(TaggerModel model, TestSentences test) {
    List<List<String>> words = test.sentences().stream().map(Tagged::words).toList();
    model.tagAll(words.subList(0, Math.min(WARM_UP, words.size())));
    long start = System.nanoTime();
    model.tagAll(words);
    double seconds = (System.nanoTime() - start) / 1e9;
    Evaluation tags = model.test().apply(test.sentences());
    return new TestReport(test, tags, tags.examples() / seconds);
  }

  /** Returns the F1 of names, as CoNLL's scorer counts them; not a number where there are none. */
  private double spanF1() {
    return tags.spans().isPresent() ? tags.spanF1() : Double.NaN;
  }

  void addTo(Results results) {
    results
        .put("accuracy", tags.accuracy())
        .put("spanF1", spanF1())
        .put("tokensPerSecond", tokensPerSecond)
        .put("sentences", test.sentences().size())
        .put("tokens", tags.examples())
        .put("testedOn", test.source());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "tested on %s: accuracy %.2f %%%s, %,d tokens in %,d sentences, %,.0f tokens/s",
        test.source(),
        100 * tags.accuracy(),
        tags.spans().isPresent()
            ? String.format(Locale.ROOT, ", F1 of names %.2f %%", 100 * spanF1())
            : "",
        tags.examples(),
        test.sentences().size(),
        tokensPerSecond);
  }
}
