package com.example.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.eclipse.Doorman;
import com.example.library.Tone;
import com.example.library.ToneModelExample;
import com.example.library.ToneModelPredictor;
import com.example.library.ToneModelTrainer;
import com.example.lombok.Faces;
import com.example.lombok.Mood;
import com.example.lombok.MoodModelExample;
import com.example.lombok.MoodModelPredictor;
import com.example.lombok.MoodModelTrainer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelsOfOtherModulesTest {
  @Test
  void aModelOfAnotherModuleLearns() {
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
  void lombokAndRondoReadEachOthersCode() {
    List<MoodModelExample> examples =
        List.of(
            new MoodModelExample("give me that", Mood.BAD),
            new MoodModelExample("may I have that please", Mood.GOOD));
    try (MoodModelPredictor model =
        MoodModelTrainer.create().epochs(60).learningRate(0.05).fit(examples)) {
      assertEquals(":)", new Faces(model).of("may I have that please"));
    }
  }

  @Test
  void aModelThatEclipseCompiledLearns() {
    List<com.example.eclipse.ToneModelExample> examples =
        List.of(
            new com.example.eclipse.ToneModelExample(
                "give me that", com.example.eclipse.Tone.RUDE),
            new com.example.eclipse.ToneModelExample(
                "may I have that please", com.example.eclipse.Tone.POLITE));
    try (Doorman doorman = new Doorman(examples)) {
      assertTrue(doorman.opens("may I have that please"));
      assertFalse(doorman.opens("give me that"));
    }
  }

  @Test
  void aModelOfWhatAnotherProcessorGeneratedLearnsWhereEclipseCompiledIt() {
    List<com.example.eclipse.StanceModelExample> examples =
        List.of(
            new com.example.eclipse.StanceModelExample(
                "never again", com.example.eclipse.Stance.AGAINST),
            new com.example.eclipse.StanceModelExample(
                "oh yes please", com.example.eclipse.Stance.FOR));
    try (com.example.eclipse.StanceModelPredictor model =
        com.example.eclipse.StanceModelTrainer.create()
            .epochs(60)
            .learningRate(0.05)
            .fit(examples)) {
      assertEquals(com.example.eclipse.Stance.FOR, model.stance("oh yes please"));
    }
  }
}
