package dev.rondo.runtime.anomaly;

import dev.rondo.Anomaly;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.SessionFrame;
import dev.rondo.runtime.series.StampText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.temporal.Temporal;
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
  private static final SessionFrame FRAME = SessionFrame.of("RNDA", "session of anomalies");
  private static final short VERSION = 3;

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
      to.writeUTF(last == null ? "" : StampText.of(last));
      carried.store(to);
      ByteBuffer numbers = ByteBuffer.allocate(Double.BYTES * follower.size());
      follower.store(numbers.asDoubleBuffer());
      to.writeInt(follower.size());
      to.write(numbers.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return FRAME.around(VERSION, bytes.toByteArray());
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
    short version = FRAME.version(bytes);
    if (version != VERSION) {
      throw SessionFrame.otherVersion(version, VERSION);
    }
    ByteBuffer content = FRAME.content(bytes);
    try (DataInputStream from =
        new DataInputStream(
            new ByteArrayInputStream(bytes, content.position(), content.remaining()))) {
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
}
