package dev.rondo.samples.sensors;

import dev.rondo.samples.testing.InterruptionContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill command")
class InterruptionTest extends InterruptionContract {
  InterruptionTest() {
    super(SensorsApp.class, SensorsApp::run, "Type a reading");
  }

  @Override
  protected Path writeTrainingFile(Path file, int machines) throws IOException {
    return SmallFiles.writeMachines(file, 1, machines);
  }

  @Override
  protected int epochsOf(Path model) {
    try (MachineMonitorPredictor predictor = MachineMonitorPredictor.load(model)) {
      return predictor.history().epochs().size();
    }
  }
}
