package com.example.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.strict.Reading;
import com.example.strict.Verdict;
import com.example.strict.Verdict.Condition;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsOfAnotherModuleTest {
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

  /** What stands on components is read from class files, too: to the last bit the same network. */
  @Test
  void theModelIsThatOfTheModuleWhereTheRecordsAreSources() {
    MachineModelExample here = example(1, Condition.GOOD, 40);
    com.example.strict.MachineModelExample there =
        new com.example.strict.MachineModelExample(here.readings(), here.expected());
    try (MachineModelPredictor model =
            MachineModelTrainer.create().epochs(2).seed(1).fit(List.of(here));
        com.example.strict.MachineModelPredictor original =
            com.example.strict.MachineModelTrainer.create().epochs(2).seed(1).fit(List.of(there))) {
      assertEquals(original.check(here.readings()), model.check(here.readings()));
    }
  }

  private static MachineModelExample example(int load, Condition condition, float hours) {
    return new MachineModelExample(
        List.of(reading(load, null), reading(load + 1, 0.5)),
        new Verdict(condition, hours, Set.of(condition)));
  }

  private static Reading reading(int load, Double humidity) {
    return new Reading(
        load,
        humidity,
        "hall " + load % 2,
        DayOfWeek.of(1 + load % 7),
        Set.of(),
        Float.NaN,
        100 * load,
        Instant.parse("2026-05-01T12:00:00Z").plusSeconds(60L * load));
  }
}
