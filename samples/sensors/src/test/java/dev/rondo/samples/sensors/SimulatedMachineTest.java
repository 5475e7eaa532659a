package dev.rondo.samples.sensors;

import static com.google.common.truth.Truth.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedMachineTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void aMachineOnlyGetsWorse(int seed) {
    SimulatedMachine machine = SimulatedMachine.simulate(new Random(seed));
    List<Verdict> verdicts = machine.verdicts();
    assertThat(verdicts.stream().map(Verdict::condition).toList()).isInOrder();
    assertThat(verdicts.get(0).condition()).isEqualTo(Condition.GOOD);
    assertThat(verdicts.get(verdicts.size() - 1).remaining()).isAtLeast(0F);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void theRemainingHoursGoDownAsTheClockGoesUp(int seed) {
    SimulatedMachine machine = SimulatedMachine.simulate(new Random(seed));
    for (int i = 1; i < machine.readings().size(); i++) {
      Duration passed =
          Duration.between(machine.readings().get(i - 1).at(), machine.readings().get(i).at());
      float before = machine.verdicts().get(i - 1).remaining();
      assertThat(machine.verdicts().get(i).remaining())
          .isWithin(0.11F)
          .of(before - passed.toSeconds() / 3600F);
    }
  }

  @Test
  void aSeedAlwaysGivesTheSameMachines() {
    assertThat(SimulatedMachine.examples(4, 20)).isEqualTo(SimulatedMachine.examples(4, 20));
    assertThat(SimulatedMachine.examples(4, 20)).isNotEqualTo(SimulatedMachine.examples(5, 20));
  }

  @Test
  void everyConditionIsThereAndOilPressureIsSometimesMissing() {
    List<MachineMonitorExample> examples = SimulatedMachine.examples(1, 200);
    assertThat(examples.stream().map(example -> example.expected().condition()).distinct().toList())
        .containsExactlyElementsIn(Condition.values());
    List<Boolean> missing =
        examples.stream()
            .flatMap(example -> example.readings().stream())
            .map(reading -> Float.isNaN(reading.oilPressure()))
            .distinct()
            .toList();
    assertThat(missing).containsExactly(true, false);
  }
}
