package dev.rondo.it.typed;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * What somebody does, from a sensor at the wrist: data like BasicMotions of the UEA archive (40
 * recordings of 100 steps to train on, 40 to test on, four motions), as records.
 */
class MotionsTest {
  enum Motion {
    STANDING(0.05, 0.02),
    WALKING(1, 0.2),
    RUNNING(3, 0.35),
    BADMINTON(0.3, 0.1);

    private final double strength;
    private final double frequency;

    Motion(double strength, double frequency) {
      this.strength = strength;
      this.frequency = frequency;
    }
  }

  /** Acceleration, and how fast the wrist turns. */
  record Sample(float x, float y, float z, float roll, float pitch, float yaw) {}

  @SequenceModel
  @GRU(units = 32)
  @Dense
  @Training(epochs = 40, batchSize = 8, learningRate = 0.005)
  interface Wrist {
    Motion motion(List<Sample> samples);
  }

  private static final int STEPS = 100;
  private static final long MOST_GROWTH = 60L << 20;

  private static List<MotionsTest_WristExample> recordings(int count, long seed) {
    Random random = new Random(seed);
    List<MotionsTest_WristExample> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Motion motion = Motion.values()[i % Motion.values().length];
      examples.add(new MotionsTest_WristExample(samples(motion, random), motion));
    }
    return examples;
  }

  /** Strides swing the arm, the faster the stronger; badminton has strokes now and then. */
  private static List<Sample> samples(Motion motion, Random random) {
    double frequency = motion.frequency * person(random);
    double phase = random.nextDouble() * 2 * Math.PI;
    int stroke = 5 + random.nextInt(15);
    List<Sample> samples = new ArrayList<>();
    for (int t = 0; t < STEPS; t++) {
      double swing = motion.strength * Math.sin(2 * Math.PI * frequency * t + phase);
      double hit = motion == Motion.BADMINTON && t % 20 == stroke % 20 ? 6 : 0;
      samples.add(
          new Sample(
              noisy(swing, random),
              noisy(9.8 + swing / 2 + hit, random),
              noisy(swing / 3, random),
              noisy(hit, random),
              noisy(swing * 2, random),
              noisy(hit / 2, random)));
    }
    return samples;
  }

  private static double person(Random random) {
    return 0.8 + 0.4 * random.nextDouble();
  }

  private static float noisy(double value, Random random) {
    return (float) (value + 0.3 * random.nextGaussian());
  }

  @Test
  void motionsAreToldApartByRecords() {
    double sum = 0;
    for (long seed = 1; seed <= 3; seed++) {
      try (MotionsTest_WristPredictor model =
          MotionsTest_WristTrainer.create().seed(seed).fit(recordings(40, 1))) {
        sum += model.evaluate(recordings(40, 2)).accuracy();
      }
    }
    assertThat(sum / 3).isAtLeast(0.97);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aSessionOfRecordsKeepsItsMemory() throws IOException {
    List<MotionsTest_WristExample> recordings = recordings(4, 3);
    try (MotionsTest_WristPredictor model =
        MotionsTest_WristTrainer.create().epochs(1).fit(recordings)) {
      MotionsTest_WristSession session = model.session();
      long[] resident = new long[5];
      for (int round = 0; round < resident.length; round++) {
        steps(session, recordings, 15_000);
        resident[round] = residentBytes();
      }
      assertThat(session.steps()).isEqualTo(75_000);
      // the first two rounds warm up
      assertThat(resident[4] - resident[1]).isLessThan(MOST_GROWTH);
    }
  }

  private static void steps(
      MotionsTest_WristSession session, List<MotionsTest_WristExample> recordings, int count) {
    for (int i = 0; i < count; i++) {
      List<Sample> samples = recordings.get(i % recordings.size()).samples();
      session.next(samples.get(i % samples.size()));
    }
  }

  private static long residentBytes() throws IOException {
    System.gc();
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    throw new IOException("no VmRSS in /proc/self/status");
  }
}
