package dev.rondo.samples.translation;

import dev.rondo.runtime.decode.Decoding;
import dev.rondo.runtime.metric.Bleu;
import dev.rondo.runtime.metric.BleuScore;
import dev.rondo.runtime.metric.Chrf;
import dev.rondo.runtime.metric.ChrfScore;
import dev.rondo.samples.common.Results;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How well a model translates.
 *
 * @param test what it was tested on
 * @param translations by the search that the user asked for
 * @param greedy translations by greedy search
 * @param seconds the greedy search took
 * @param milliseconds that a sentence alone takes by the search that the user asked for, the median
 */
record TestReport(
    TestSentences test,
    List<String> translations,
    List<String> greedy,
    double seconds,
    double milliseconds) {
  private static final int SHOWN = 8;

  /** Enough for the first call's preparations, and done in a moment. */
  private static final int TRANSLATED_BEFORE = 3;

  /** Sentences that are translated one by one, which takes about a second. */
  private static final int TRANSLATED_ALONE = 100;

  /** Translates the sentences, greedily too, and takes the time of that. */
  static TestReport of(TranslationModel model, TestSentences test, Decoding decoding) {
    List<String> english = test.english();
    Decoding greedy = Decoding.greedy();
    model.translateAll(english.subList(0, Math.min(TRANSLATED_BEFORE, english.size())), greedy);
    long start = System.nanoTime();
    List<String> greedily = model.translateAll(english, greedy);
    double seconds = (System.nanoTime() - start) / 1e9;
    List<String> translations = model.translateAll(english, decoding);
    return new TestReport(
        test, translations, greedily, seconds, milliseconds(model, english, decoding));
  }

  private static double milliseconds(
      TranslationModel model, List<String> english, Decoding decoding) {
    double[] times =
        IntStream.range(0, TRANSLATED_ALONE)
            .mapToObj(i -> english.get((int) ((long) i * english.size() / TRANSLATED_ALONE)))
            .mapToDouble(
                sentence -> {
                  long start = System.nanoTime();
                  model.translate(sentence, decoding);
                  return (System.nanoTime() - start) / 1e6;
                })
            .sorted()
            .toArray();
    return (times[TRANSLATED_ALONE / 2 - 1] + times[TRANSLATED_ALONE / 2]) / 2;
  }

  BleuScore bleu() {
    return Bleu.standard().corpus(translations, test.references());
  }

  private ChrfScore chrf() {
    return Chrf.standard().corpus(translations, test.references());
  }

  private double bleuLower(List<String> written) {
    return WordTokens.bleu(written, test.references()).score();
  }

  void addTo(Results results) {
    results
        .put("bleu", bleu().score())
        .put("bleuSignature", bleu().signature())
        .put("bleuLower", bleuLower(translations))
        .put("bleuGreedyLower", bleuLower(greedy))
        .put("chrf", chrf().score())
        .put("translateSeconds", seconds)
        .put("sentenceMilliseconds", milliseconds)
        .put("sentences", test.english().size())
        .put("testedOn", test.source());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        """
        tested on %s, %,d sentences:
        %s
          %s
        %s
          %s
        BLEU of words in lower case: %.2f, greedy %.2f (%.2f s)
        a sentence alone: %.1f ms (median)

        %s\
        """,
        test.source(),
        test.english().size(),
        bleu(),
        bleu().signature(),
        chrf(),
        chrf().signature(),
        bleuLower(translations),
        bleuLower(greedy),
        seconds,
        milliseconds,
        examples());
  }

  /** Returns a few sentences, evenly spread. */
  private String examples() {
    int count = Math.min(SHOWN, translations.size());
    return IntStream.range(0, count)
        .map(i -> i * translations.size() / count)
        .mapToObj(this::example)
        .collect(Collectors.joining("\n\n"));
  }

  private String example(int i) {
    return String.format(
        "  source       %s%n  translation  %s%n  reference    %s",
        test.english().get(i), translations.get(i), test.references().get(i).get(0));
  }
}
