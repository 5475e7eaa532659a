package com.example.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.records.Reading;
import com.example.records.Verdict;
import com.example.records.Verdict.Condition;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewerJavaTest {
  @Test
  void theTestsRunOnTheNewerJava() {
    assertTrue(Runtime.version().feature() > 17);
  }

  @Test
  void aTextModelLearns() {
    List<ToneModelExample> examples =
        List.of(
            new ToneModelExample("give me that", false),
            new ToneModelExample("may I have that please", true));
    try (ToneModelPredictor model =
        ToneModelTrainer.create().epochs(60).learningRate(0.05).seed(1).fit(examples)) {
      assertTrue(model.isPolite("may I have that please"));
    }
  }

  @Test
  void recordsOfClassFilesAreLearnedSavedAndLoaded(@TempDir Path folder) {
    List<MachineModelExample> examples =
        List.of(example(1, Condition.GOOD, 40), example(9, Condition.WORN, 5));
    Path file = folder.resolve("machine.rondo");
    try (MachineModelPredictor model =
        MachineModelTrainer.create().epochs(80).learningRate(0.05).seed(1).fit(examples)) {
      model.save(file);
    }
    try (MachineModelPredictor model = MachineModelPredictor.load(file)) {
      for (MachineModelExample example : examples) {
        assertEquals(example.expected().condition(), model.check(example.readings()).condition());
      }
    }
  }

  private static MachineModelExample example(int load, Condition condition, float hours) {
    return new MachineModelExample(
        List.of(reading(load, null), reading(load + 1, 0.5)), new Verdict(condition, hours));
  }

  private static Reading reading(int load, Double humidity) {
    return new Reading(
        load,
        humidity,
        "hall " + load % 2,
        Float.NaN,
        new float[] {load, -load},
        DayOfWeek.of(1 + load % 7),
        Instant.parse("2026-05-01T12:00:00Z").plusSeconds(60L * load));
  }
}
