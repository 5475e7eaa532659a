package dev.rondo.runtime.anomaly;

import dev.rondo.Anomaly;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.series.StampText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.temporal.Temporal;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Watches one stream, step by step: it scores each step as it comes, with what the steps before it
 * foretold, and then foretells the next. Fed with the steps of a series it gives what the whole
 * series gives.
 *
 * <p>It keeps what the network remembers in Java's memory: it needs no closing, and must not be
 * used after the model was closed. Not for use by several threads at once; of one model many
 * sessions can be used side by side.
 *
 * @param <R> a step of a stream
 */
public final class AnomalySession<R> {
  private static final int MAGIC = 0x524E4441; // RNDA
  private static final short VERSION = 2;
  private static final int CHECKSUM = Integer.BYTES;

  private final AnomalyCodec<R> codec;
  private final AnomalyFollower<R> follower;
  private StreamReader<R> reader;
  private @Nullable Temporal last; // the latest so far

  AnomalySession(StreamReader<R> reader, AnomalyCodec<R> codec) {
    this.codec = codec;
    this.reader = reader;
    this.follower = new AnomalyFollower<>(codec);
  }

  /**
   * Returns how unusual a step is. Where its time says that steps are missing before it, the
   * session starts anew, as by {@link #gap}.
   *
   * @throws IllegalArgumentException if it is null or cannot be read; the session is then as before
   * @throws IllegalStateException after the model was closed
   */
  public Anomaly next(@Nullable R step) {
    R given = Arguments.notNull(step, "step");
    Temporal at = codec.time(given);
    boolean gap = codec.isGap(last, at);
    StreamReader<R> reading = gap ? reader.anew() : reader;
    Foretold next = reading.next(given);
    if (gap) {
      reader = reading;
      follower.gap();
    }
    last = codec.latest(last, at);
    Anomaly anomaly = follower.next(given);
    follower.foretold(next);
    return anomaly;
  }

  /** Says that steps are missing before the next one: it starts anew, without a score at first. */
  public void gap() {
    reader = reader.anew();
    follower.gap();
    last = null;
  }

  /**
   * Returns the session, to be gone on from by {@code session(bytes)} of the predictor.
   *
   * @throws UnsupportedOperationException if the model reads a whole window at each step, since it
   *     reads backward or has something scaled by the window: such a session is the window itself,
   *     in records of the user's
   * @throws IllegalStateException after the model was closed
   */
  public byte[] toBytes() {
    if (!(reader instanceof CarriedReader<R> carried)) {
      throw new UnsupportedOperationException(
          "the session of a model that reads backward, or has numbers that are scaled by the"
              + " window, is a window of records: keep these, and feed them to a new session");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream to = new DataOutputStream(bytes)) {
      to.writeInt(MAGIC);
      to.writeShort(VERSION);
      to.writeUTF(last == null ? "" : StampText.of(last));
      carried.store(to);
      ByteBuffer numbers = ByteBuffer.allocate(Double.BYTES * follower.size());
      follower.store(numbers.asDoubleBuffer());
      to.writeInt(follower.size());
      to.write(numbers.array());
      to.writeInt(checksum(bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteArray();
  }

  /**
   * Goes on from bytes.
   *
   * @throws IllegalArgumentException if they are no session, damaged, or of another model
   */
  AnomalySession<R> restored(byte[] bytes) {
    if (!(reader instanceof CarriedReader<R> carried)) {
      throw new IllegalArgumentException("sessions of this model are not kept as bytes");
    }
    ByteBuffer all = ByteBuffer.wrap(bytes);
    if (bytes.length < 2 * CHECKSUM + Short.BYTES || all.getInt() != MAGIC) {
      throw new IllegalArgumentException(
          "these %s bytes are no session of anomalies: they do not begin with RNDA"
              .formatted(bytes.length));
    }
    short version = all.getShort();
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "session of format %s, expected %s: another version of Rondo wrote it"
              .formatted(version, VERSION));
    }
    int end = bytes.length - CHECKSUM;
    if (all.getInt(end) != checksum(ByteBuffer.wrap(bytes, 0, end))) {
      throw damaged(bytes);
    }
    try (DataInputStream from =
        new DataInputStream(
            new ByteArrayInputStream(bytes, all.position(), end - all.position()))) {
      String time = from.readUTF();
      last = time.isEmpty() ? null : StampText.parse(time);
      carried.restore(from);
      int count = from.readInt();
      if (from.available() != (long) Double.BYTES * count) {
        throw damaged(bytes);
      }
      follower.restore(ByteBuffer.wrap(from.readAllBytes()).asDoubleBuffer());
    } catch (IOException e) {
      throw damaged(bytes);
    }
    return this;
  }

  private static IllegalArgumentException damaged(byte[] bytes) {
    return new IllegalArgumentException(
        "session of %s bytes is damaged or cut off".formatted(bytes.length));
  }

  private static int checksum(byte[] bytes) {
    return checksum(ByteBuffer.wrap(bytes));
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
