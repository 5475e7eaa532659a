package dev.rondo.runtime.session;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.reference.ReferenceWeights;
import dev.rondo.runtime.store.Signature;
import dev.rondo.runtime.train.NativeArrays;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions of records and numbers: steps give what the sequence gives. */
class StepSessionsTest {
  private static final Signature SIGNATURE = Signature.of("Wear").layer("rnn", "GRU").build();
  private static final Steps MACHINE = Steps.of(1, new float[] {0.5f, -1}, 2, new int[0], 0);

  /** A reading: two values and a symbol; the third feature is how far the first value moved. */
  private record Reading(float load, float heat, int symbol) {
    /** Encodes as a session does: what it remembers is the load of the step before. */
    void encode(double[] remembered, float[] features, int[] symbols) {
      features[0] = load;
      features[1] = heat;
      features[2] = (float) (load - remembered[0]);
      symbols[0] = symbol;
      remembered[0] = load;
    }

    static Reading[] random(int count, long seed) {
      Random random = new Random(seed);
      Reading[] readings = new Reading[count];
      for (int i = 0; i < count; i++) {
        readings[i] =
            new Reading(
                random.nextFloat() * 2 - 1,
                random.nextFloat() * 2 - 1,
                random.nextInt(SensorNetwork.VOCABULARY));
      }
      return readings;
    }

    /** Returns all readings at once, encoded independently of a session. */
    static Steps sequence(Reading... readings) {
      float[] features = new float[3 * readings.length];
      int[] symbols = new int[readings.length];
      for (int i = 0; i < readings.length; i++) {
        features[3 * i] = readings[i].load;
        features[3 * i + 1] = readings[i].heat;
        features[3 * i + 2] =
            i == 0 ? readings[0].load : (float) ((double) readings[i].load - readings[i - 1].load);
        symbols[i] = readings[i].symbol;
      }
      return Steps.of(readings.length, features, 3, symbols, 1);
    }
  }

  /** A network in memory with its sessions. */
  private static final class Served implements AutoCloseable {
    private final SensorNetwork network;
    private final NetworkHost host;
    private final StepSessions sessions;

    Served(SensorNetwork.Kind kind, long seed) {
      network = new SensorNetwork(kind);
      host =
          NetworkHost.restore(
              network, Device.cpu(), ReferenceWeights.random(network.weightShapes(), 0.7, seed));
      sessions = new StepSessions(host, network, SIGNATURE, SensorNetwork.INPUTS);
    }

    float[][] sequence(Reading... readings) {
      return host.compute(
          pass -> {
            try (StreamState state = new StreamState(pass)) {
              return network.scores(pass, List.of(Reading.sequence(readings), MACHINE), state);
            }
          });
    }

    @Override
    public void close() {
      host.close();
    }
  }

  @ParameterizedTest
  @EnumSource(SensorNetwork.Kind.class)
  void thousandsOfStepsKeepTheNumberOfArrays(SensorNetwork.Kind kind) {
    Reading[] readings = Reading.random(100, 1);
    try (Served served = new Served(kind, 1)) {
      StepMemory session = served.sessions.start(MACHINE);
      session.read(readings[0]::encode);
      int before = NativeArrays.count();
      for (int i = 0; i < 5_000; i++) {
        session.read(readings[i % readings.length]::encode);
        if (i % 500 == 0) {
          assertWithMessage("step %s", i).that(NativeArrays.count()).isEqualTo(before);
        }
      }
      assertThat(NativeArrays.count()).isEqualTo(before);
    }
  }

  @Property(tries = 40)
  void stepsGiveWhatTheSequenceGives(
      @ForAll SensorNetwork.Kind kind,
      @ForAll @IntRange(min = 1, max = 9) int n,
      @ForAll long seed) {
    Reading[] readings = Reading.random(n, seed);
    try (Served served = new Served(kind, seed)) {
      assertThat(served.network.stepLayers().isPresent()).isEqualTo(served.network.isPlain());
      StepMemory session = served.sessions.start(MACHINE);
      for (int i = 0; i < n; i++) {
        float[][] scores = session.read(readings[i]::encode);
        assertScores(scores, served.sequence(Arrays.copyOf(readings, i + 1)));
        assertThat(session.steps()).isEqualTo(i + 1);
      }
    }
  }

  private static void assertScores(float[][] actual, float[][] expected) {
    assertThat(actual).hasLength(expected.length);
    for (int head = 0; head < expected.length; head++) {
      assertWithMessage("head %s", head)
          .that(actual[head])
          .usingTolerance(1e-5)
          .containsExactly(expected[head])
          .inOrder();
    }
  }

  @ParameterizedTest
  @EnumSource(SensorNetwork.Kind.class)
  void copiesAndRestoredSessionsGoOnBitEquallyAndByThemselves(SensorNetwork.Kind kind) {
    Reading[] readings = Reading.random(5, 7);
    try (Served served = new Served(kind, 3)) {
      StepMemory session = served.sessions.start(MACHINE);
      session.read(readings[0]::encode);
      session.read(readings[1]::encode);
      StepMemory copy = session.copy();
      StepMemory restored = served.sessions.restore(session.toBytes());
      float[][] expected = session.read(readings[2]::encode);
      session.read(readings[3]::encode);
      assertThat(copy.read(readings[2]::encode)).isEqualTo(expected);
      assertThat(restored.read(readings[2]::encode)).isEqualTo(expected);
      assertThat(restored.steps()).isEqualTo(3);
      session.reset();
      assertThat(session.steps()).isEqualTo(0);
      session.read(readings[0]::encode);
      session.read(readings[1]::encode);
      assertThat(session.read(readings[2]::encode)).isEqualTo(expected);
    }
  }

  @Test
  void whatIsReadOnceReachesTheAnswer() {
    Reading reading = Reading.random(1, 5)[0];
    try (Served served = new Served(SensorNetwork.Kind.GRU, 3)) {
      float[][] answer = served.sessions.start(MACHINE).read(reading::encode);
      Steps other = Steps.of(1, new float[] {0.5f, 2}, 2, new int[0], 0);
      assertThat(served.sessions.start(other).read(reading::encode)).isNotEqualTo(answer);
    }
  }

  @Test
  void aStepThatCannotBeReadLeavesTheSessionAsItWas() {
    Reading[] readings = Reading.random(3, 1);
    try (Served served = new Served(SensorNetwork.Kind.GRU, 3)) {
      StepMemory session = served.sessions.start(MACHINE);
      session.read(readings[0]::encode);
      float[][] expected = session.copy().read(readings[1]::encode);
      assertThrows(
          IllegalArgumentException.class,
          () ->
              session.read(
                  (remembered, features, symbols) -> {
                    remembered[0] = 99;
                    throw new IllegalArgumentException("load is NaN");
                  }));
      IllegalArgumentException symbol =
          assertThrows(
              IllegalArgumentException.class,
              () -> session.read(new Reading(0, 0, SensorNetwork.VOCABULARY)::encode));
      assertThat(symbol)
          .hasMessageThat()
          .isEqualTo("symbol 5 of input 0 is not in a vocabulary of 5");
      IllegalArgumentException none = assertThrows(IllegalArgumentException.class, session::read);
      assertThat(none).hasMessageThat().isEqualTo("a step of 0 inputs, expected 1");
      IllegalArgumentException two =
          assertThrows(
              IllegalArgumentException.class,
              () -> session.read(readings[1]::encode, readings[2]::encode));
      assertThat(two).hasMessageThat().isEqualTo("a step of 2 inputs, expected 1");
      assertThat(session.steps()).isEqualTo(1);
      assertThat(session.read(readings[1]::encode)).isEqualTo(expected);
    }
  }

  @Test
  void aSessionThatStartsWithTheWrongInputsIsRefused() {
    try (Served served = new Served(SensorNetwork.Kind.GRU, 3)) {
      IllegalArgumentException none =
          assertThrows(IllegalArgumentException.class, served.sessions::start);
      assertThat(none).hasMessageThat().isEqualTo("a session starts with 0 inputs, expected 1");
      Steps wide = Steps.of(1, new float[3], 3, new int[0], 0);
      IllegalArgumentException width =
          assertThrows(IllegalArgumentException.class, () -> served.sessions.start(wide));
      assertThat(width)
          .hasMessageThat()
          .isEqualTo("an input has 1 steps of 3 features and 0 symbols, expected 1 of 2 and 0");
    }
  }

  @Test
  void everyDamagedByteAndTheSessionOfAnotherModelAreNoticed() {
    try (Served served = new Served(SensorNetwork.Kind.GRU, 3);
        Served weights = new Served(SensorNetwork.Kind.GRU, 4)) {
      StepMemory session = served.sessions.start(MACHINE);
      session.read(Reading.random(1, 2)[0]::encode);
      byte[] bytes = session.toBytes();
      assertThat(refused(weights, bytes)).contains("other layers or weights");
      for (int i = 0; i < bytes.length; i++) {
        byte[] damaged = bytes.clone();
        damaged[i] ^= 4;
        assertThat(refused(served, damaged)).contains("session");
        assertThat(refused(served, Arrays.copyOf(bytes, i))).contains("session");
      }
      byte[] ofTokens = SessionBytes.write("Wear", new byte[32], 1, new float[9], null);
      assertThat(refused(served, ofTokens))
          .isEqualTo("session of a model that reads tokens, but this one reads records or numbers");
      byte[] keepsLess =
          SessionBytes.write("Wear", fingerprint(bytes), 1, new float[9], new double[2]);
      assertThat(refused(served, keepsLess))
          .isEqualTo("session that keeps 2 numbers of its inputs, expected 3");
      assertThat(served.sessions.restore(bytes).toBytes()).isEqualTo(bytes);
    }
  }

  private static byte[] fingerprint(byte[] session) {
    int from = 4 + 2 + 4 + "Wear".length();
    return Arrays.copyOfRange(session, from, from + 32);
  }

  private static String refused(Served served, byte[] bytes) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> served.sessions.restore(bytes))
            .getMessage());
  }

  @ParameterizedTest
  @EnumSource(SensorNetwork.Kind.class)
  void stepsOfAnyKindLeaveNoNativeArraysBehind(SensorNetwork.Kind kind) {
    Reading[] readings = Reading.random(200, 9);
    try (Served served = new Served(kind, 3)) {
      StepMemory session = served.sessions.start(MACHINE);
      session.read(readings[0]::encode);
      int before = NativeArrays.count();
      for (Reading reading : readings) {
        session.read(reading::encode);
      }
      assertThat(NativeArrays.count()).isEqualTo(before);
    }
  }

  @Test
  void afterTheModelIsClosedASessionSaysSo() {
    for (SensorNetwork.Kind kind : List.of(SensorNetwork.Kind.LSTM, SensorNetwork.Kind.PEEPHOLE)) {
      Served served = new Served(kind, 3);
      StepMemory session = served.sessions.start(MACHINE);
      Reading reading = Reading.random(1, 1)[0];
      session.read(reading::encode);
      served.close();
      IllegalStateException e =
          assertThrows(IllegalStateException.class, () -> session.read(reading::encode));
      assertThat(e).hasMessageThat().isEqualTo("the model is closed");
      assertThrows(IllegalStateException.class, () -> served.sessions.start(MACHINE));
      assertThrows(IllegalStateException.class, session::toBytes);
    }
  }
}
