package com.example.eclipse;

import java.util.List;

/** What Eclipse compiles together with the classes that Rondo generates. */
public final class Doorman implements AutoCloseable {
  private final ToneModelPredictor model;

  public Doorman(List<ToneModelExample> examples) {
    model = ToneModelTrainer.create().epochs(60).learningRate(0.05).fit(examples);
  }

  public boolean opens(String sentence) {
    return model.judge(sentence) == Tone.POLITE;
  }

  @Override
  public void close() {
    model.close();
  }
}
