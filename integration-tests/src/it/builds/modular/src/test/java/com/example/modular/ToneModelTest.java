package com.example.modular;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ToneModelTest {
  @Test
  void aModelLearnsInANamedModule() {
    List<ToneModelExample> examples =
        List.of(
            new ToneModelExample("give me that", Tone.RUDE),
            new ToneModelExample("may I have that please", Tone.POLITE));
    try (ToneModelPredictor model =
        ToneModelTrainer.create().epochs(60).learningRate(0.05).fit(examples)) {
      assertEquals(Tone.POLITE, model.judge("may I have that please"));
    }
  }

  @Test
  void thisIsANamedModule() {
    assertEquals("com.example", ToneModelPredictor.class.getModule().getName());
  }
}
