package dev.rondo.samples.sentiment;

import dev.rondo.runtime.train.Evaluation;
import dev.rondo.samples.common.Results;
import java.util.Locale;

/**
 * How good a model is.
 *
 * @param test what it was tested on
 * @param all the figures on all sentences
 * @param plain the figures on those not marked hard; the same where nothing is marked
 */
record TestReport(TestSentences test, Evaluation all, Evaluation plain) {
  static TestReport of(SentimentModelPredictor predictor, TestSentences test) {
    Evaluation all = predictor.evaluate(test.all());
    return new TestReport(
        test, all, test.plain().isEmpty() ? all : predictor.evaluate(test.plain()));
  }

  void addTo(Results results) {
    results
        .put("accuracy", all.accuracy())
        .put("loss", all.loss())
        .put("examples", all.examples())
        .put("macroF1", all.macroF1())
        .putProbabilities(all)
        .put("testedOn", test.source());
    if (!test.plain().isEmpty()) {
      results.put("accuracyNotHard", plain.accuracy()).put("examplesNotHard", plain.examples());
    }
  }

  @Override
  public String toString() {
    String text =
        String.format(
            Locale.ROOT,
            "tested on %s: accuracy %.1f %%, loss %.4f, %s, %,d sentences",
            test.source(),
            100 * all.accuracy(),
            all.loss(),
            all.calibration(),
            all.examples());
    if (!test.plain().isEmpty()) {
      text +=
          String.format(
              Locale.ROOT,
              "; accuracy %.1f %% on the %,d not marked hard",
              100 * plain.accuracy(),
              plain.examples());
    }
    return text;
  }
}
