package dev.rondo.runtime.session;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.reference.ReferenceWeights;
import dev.rondo.runtime.store.Signature;
import dev.rondo.runtime.train.NativeArrays;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final Signature SIGNATURE = Signature.of("Mood").layer("rnn", "LSTM").build();

  /** A network in memory with its sessions. */
  private static final class Served implements AutoCloseable {
    private final StepNetwork network;
    private final NetworkHost host;
    private final Sessions sessions;

    Served(StepNetwork network, Signature signature, long seed) {
      this.network = network;
      host =
          NetworkHost.restore(
              network, Device.cpu(), ReferenceWeights.random(network.weightShapes(), 0.7, seed));
      sessions = new Sessions(host, network, signature);
    }

    float[] sequence(int... tokens) {
      return host.compute(
          pass -> {
            try (StreamState state = new StreamState(pass)) {
              return network.scores(pass, tokens, state);
            }
          });
    }

    @Override
    public void close() {
      host.close();
    }
  }

  private static Served plain() {
    return new Served(network(), SIGNATURE, 3);
  }

  private static StepNetwork network() {
    return new StepNetwork(
        StepNetwork.Kind.LSTM, new int[] {4, 3}, StepNetwork.Reduction.FINAL_STATE, false);
  }

  private static Served served(StepNetwork.Kind kind, StepNetwork.Reduction to, int... units) {
    return new Served(new StepNetwork(kind, units, to, false), SIGNATURE, 3);
  }

  @Property(tries = 60)
  void stepsGiveWhatTheSequenceGivesHoweverItIsCut(
      @ForAll StepNetwork.Kind kind,
      @ForAll StepNetwork.Reduction reduction,
      @ForAll boolean normalized,
      @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 5) Integer> units,
      @ForAll @Size(min = 1, max = 12)
          List<@IntRange(min = 1, max = StepNetwork.VOCABULARY - 1) Integer> tokens,
      @ForAll @IntRange(min = 1, max = 4) int part,
      @ForAll long seed) {
    int[] sizes = units.stream().mapToInt(u -> u).toArray();
    int[] all = tokens.stream().mapToInt(t -> t).toArray();
    StepNetwork network = new StepNetwork(kind, sizes, reduction, normalized);
    try (Served served = new Served(network, SIGNATURE, seed)) {
      SessionMemory session = served.sessions.start();
      for (int from = 0; from < all.length; from += part) {
        int to = Math.min(all.length, from + part);
        float[] scores = session.read(Arrays.copyOfRange(all, from, to));
        assertThat(scores)
            .usingTolerance(1e-5)
            .containsExactly(served.sequence(Arrays.copyOf(all, to)))
            .inOrder();
        assertThat(session.steps()).isEqualTo(to);
      }
    }
  }

  @Property(tries = 30)
  void copiesAndRestoredSessionsGoOnBitEquallyAndByThemselves(
      @ForAll StepNetwork.Kind kind, @ForAll StepNetwork.Reduction reduction) {
    try (Served served = served(kind, reduction, 4, 3)) {
      SessionMemory session = served.sessions.start();
      session.read(2, 5);
      SessionMemory copy = session.copy();
      SessionMemory restored = served.sessions.restore(session.toBytes());
      float[] expected = session.read(3);
      session.read(6, 6);
      assertThat(copy.read(3)).isEqualTo(expected);
      assertThat(restored.read(3)).isEqualTo(expected);
      assertThat(restored.steps()).isEqualTo(3);
      session.reset();
      assertThat(session.steps()).isEqualTo(0);
      session.read(2, 5);
      assertThat(session.read(3)).isEqualTo(expected);
    }
  }

  @Test
  void aSessionThatReadNothingIsKeptToo() {
    try (Served served = served(StepNetwork.Kind.JORDAN, StepNetwork.Reduction.MEAN)) {
      SessionMemory restored = served.sessions.restore(served.sessions.start().toBytes());
      assertThat(restored.read(2)).isEqualTo(served.sessions.start().read(2));
    }
  }

  @Test
  void aSessionBeginsWithTheLearnedStateAlsoAfterAReset() {
    for (StepNetwork.Reduction to :
        List.of(StepNetwork.Reduction.FINAL_STATE, StepNetwork.Reduction.MEAN)) {
      try (Served served = served(StepNetwork.Kind.LEARNED_START, to, 4, 3)) {
        float[] expected = served.sequence(2);
        SessionMemory session = served.sessions.start();
        SessionMemory restored = served.sessions.restore(session.toBytes());
        session.read(5, 1);
        session.reset();
        for (SessionMemory each : List.of(session, restored)) {
          assertThat(each.read(2)).usingTolerance(1e-5).containsExactly(expected).inOrder();
        }
      }
    }
  }

  @Test
  void whatIsNoSessionOfThisModelIsRefusedWithTheReason() {
    try (Served served = plain();
        Served other = new Served(network(), Signature.of("Poet").layer("rnn", "LSTM").build(), 3);
        Served layers = new Served(network(), Signature.of("Mood").layer("rnn", "GRU").build(), 3);
        Served weights = new Served(network(), SIGNATURE, 4)) {
      byte[] bytes = served.sessions.start().toBytes();
      assertThat(refused(other, bytes))
          .isEqualTo("session of the model \"Mood\", expected \"Poet\"");
      assertThat(refused(layers, bytes))
          .contains("session of a \"Mood\" with other layers or weights: fingerprint");
      assertThat(refused(weights, bytes))
          .contains("session of a \"Mood\" with other layers or weights: fingerprint");
      assertThat(refused(served, new byte[0]))
          .isEqualTo("these 0 bytes are no session: they do not begin with RNDS");
      assertThat(refused(served, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}))
          .isEqualTo("these 8 bytes are no session: they do not begin with RNDS");
      assertThat(refused(served, Arrays.copyOf(bytes, bytes.length - 1)))
          .isEqualTo("session of 117 bytes is damaged or cut off: its checksum is wrong");
      assertThat(refused(served, Arrays.copyOf(bytes, 7)))
          .isEqualTo("session of 7 bytes is damaged or cut off: its checksum is wrong");
      byte[] later = bytes.clone();
      later[5] = 3;
      assertThat(refused(served, later))
          .isEqualTo("session of format 3, expected 1: another version of Rondo wrote it");
      byte[] ofSteps = bytes.clone();
      ofSteps[5] = 2;
      assertThat(refused(served, ofSteps))
          .isEqualTo("session of a model that reads records or numbers, but this one reads tokens");
    }
  }

  @Test
  void everyDamagedByteIsNoticed() {
    try (Served served = plain()) {
      byte[] bytes = served.sessions.start().toBytes();
      for (int i = 0; i < bytes.length; i++) {
        byte[] damaged = bytes.clone();
        damaged[i] ^= 4;
        assertThat(refused(served, damaged)).contains("session");
      }
    }
  }

  @Test
  void aStateOfTheWrongShapeIsRefused() {
    try (Served served = plain()) {
      byte[] bytes = served.sessions.start().toBytes();
      // one value less, all else as it should be
      byte[] shorter = Arrays.copyOf(bytes, bytes.length - Float.BYTES);
      int count = 4 + 2 + 4 + "Mood".length() + 32 + 8;
      ByteBuffer.wrap(shorter).putInt(count, 13);
      assertThat(refused(served, signed(shorter)))
          .isEqualTo("session with a state of 13 values, expected 14");
      byte[] absurd = bytes.clone();
      ByteBuffer.wrap(absurd).putInt(count, Integer.MAX_VALUE);
      assertThat(refused(served, signed(absurd))).contains("contradicts itself");
      byte[] negative = bytes.clone();
      ByteBuffer.wrap(negative).putLong(count - 8, -1);
      assertThat(refused(served, signed(negative))).contains("contradicts itself");
      byte[] name = bytes.clone();
      ByteBuffer.wrap(name).putInt(6, 1 << 30);
      assertThat(refused(served, signed(name))).contains("contradicts itself");
    }
  }

  private static byte[] signed(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, bytes.length - 4);
    ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) checksum.getValue());
    return bytes;
  }

  private static String refused(Served served, byte[] bytes) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> served.sessions.restore(bytes))
            .getMessage());
  }

  @Test
  void nothingToReadIsRefusedAndLeavesTheSessionAsItWas() {
    try (Served served = plain()) {
      SessionMemory session = served.sessions.start();
      session.read(2);
      float[] expected = session.copy().read(3);
      assertThrows(IllegalArgumentException.class, session::read);
      assertThrows(IllegalArgumentException.class, () -> session.read(2, 99));
      assertThat(session.read(3)).isEqualTo(expected);
    }
  }

  @Test
  void afterTheModelIsClosedASessionSaysSo() {
    for (StepNetwork.Reduction to :
        List.of(StepNetwork.Reduction.FINAL_STATE, StepNetwork.Reduction.MEAN)) {
      Served served = served(StepNetwork.Kind.LSTM, to, 4);
      SessionMemory session = served.sessions.start();
      session.read(2);
      served.close();
      IllegalStateException e = assertThrows(IllegalStateException.class, () -> session.read(2));
      assertThat(e).hasMessageThat().isEqualTo("the model is closed");
      assertThrows(IllegalStateException.class, served.sessions::start);
      assertThrows(IllegalStateException.class, session::toBytes);
    }
  }

  @Test
  void tenThousandSessionsStepSideBySideWithoutNativeArrays() {
    try (Served served = plain()) {
      List<SessionMemory> sessions = new ArrayList<>();
      for (int i = 0; i < 10_000; i++) {
        sessions.add(served.sessions.start());
      }
      sessions.get(0).copy().read(1);
      int before = NativeArrays.count();
      for (int i = 0; i < sessions.size(); i++) {
        sessions.get(i).read(1 + i % 6);
      }
      assertThat(NativeArrays.count()).isEqualTo(before);
      for (int i = 0; i < sessions.size(); i += 977) {
        assertWithMessage("session %s", i)
            .that(sessions.get(i).read(2))
            .usingTolerance(1e-5)
            .containsExactly(served.sequence(1 + i % 6, 2))
            .inOrder();
      }
    }
  }

  @Test
  void stepsOfAnyKindLeaveNoNativeArraysBehind() {
    for (StepNetwork.Kind kind : StepNetwork.Kind.values()) {
      try (Served served = served(kind, StepNetwork.Reduction.MEAN, 4)) {
        SessionMemory session = served.sessions.start();
        session.read(1);
        int before = NativeArrays.count();
        for (int i = 0; i < 500; i++) {
          session.read(1 + i % 6);
        }
        assertWithMessage(kind.name()).that(NativeArrays.count()).isEqualTo(before);
      }
    }
  }
}
