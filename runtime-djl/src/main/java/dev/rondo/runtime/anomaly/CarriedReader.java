package dev.rondo.runtime.anomaly;

import dev.rondo.runtime.data.feature.SequenceCodec;
import dev.rondo.runtime.data.feature.StepEncoder;
import dev.rondo.runtime.data.feature.StepEncoding;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream with a network that is carried on: a step of it for each step of the stream.
 *
 * <p>A network that was trained on windows is not asked what it makes of ten thousand steps. So
 * every half window another starts, and there are two at a time: the older one foretells, having
 * read half a window to a whole one, and is given up when the younger one has read half of one.
 */
final class CarriedReader<R> implements StreamReader<R> {
  private final CarriedNetwork network;
  private final SequenceCodec<R> history;
  private final StepEncoder<R> encoder;
  private final AnomalyCodec<R> codec;

  /** Of each number the last ones, as many as a window has. */
  private final double[][] values;

  private int known;
  private long position;
  private CarriedNetwork.Memory older;
  private CarriedNetwork.@Nullable Memory younger;

  CarriedReader(CarriedNetwork network, SequenceCodec<R> history, AnomalyCodec<R> codec) {
    this.network = network;
    this.history = history;
    this.encoder = history.stepEncoder();
    this.codec = codec;
    this.values = new double[codec.components().numbers().size()][codec.window()];
    this.older = network.start();
  }

  @Override
  public Foretold next(R step) {
    double[] numbers = codec.components().values(step);
    StepEncoding encoding =
        (remembered, features, symbols) -> encoder.encode(step, remembered, features, symbols);
    float[] scores = older.read(encoding)[0];
    float[] youngerScores = younger == null ? scores : younger.read(encoding)[0];
    position++;
    if (position % codec.stride() == 0) {
      older = younger == null ? older : younger;
      scores = youngerScores;
      younger = network.start();
    }
    add(numbers);
    return Foretold.of(codec, Outlook.of(codec, values, 0, known), scores);
  }

  private void add(double[] numbers) {
    boolean full = known == codec.window();
    for (int n = 0; n < numbers.length; n++) {
      if (full) {
        System.arraycopy(values[n], 1, values[n], 0, known - 1);
      }
      values[n][full ? known - 1 : known] = numbers[n];
    }
    known += full ? 0 : 1;
  }

  @Override
  public CarriedReader<R> anew() {
    return new CarriedReader<>(network, history, codec);
  }

  void store(DataOutputStream to) throws IOException {
    to.writeLong(position);
    write(older.toBytes(), to);
    write(younger == null ? new byte[0] : younger.toBytes(), to);
    to.writeInt(known);
    for (double[] number : values) {
      for (double value : Arrays.copyOf(number, known)) {
        to.writeDouble(value);
      }
    }
  }

  private static void write(byte[] bytes, DataOutputStream to) throws IOException {
    to.writeInt(bytes.length);
    to.write(bytes);
  }

  /**
   * Goes on from what was stored.
   *
   * @throws IllegalArgumentException if it is of another model
   */
  void restore(DataInputStream from) throws IOException {
    position = from.readLong();
    older = network.restore(from.readNBytes(from.readInt()));
    byte[] bytes = from.readNBytes(from.readInt());
    younger = bytes.length == 0 ? null : network.restore(bytes);
    known = from.readInt();
    if (position < 0 || known < 0 || known > codec.window()) {
      throw new IllegalArgumentException(
          "the session has %s steps of %s, expected up to %s"
              .formatted(known, position, codec.window()));
    }
    for (double[] number : values) {
      for (int t = 0; t < known; t++) {
        number[t] = from.readDouble();
      }
    }
  }
}
