package dev.rondo.runtime.kernel;

import dev.rondo.runtime.kernel.PlanLayout.Piece;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/**
 * Memory that Java writes a batch to and a program reads it from; kept from call to call, so that
 * none is made. One thread uses a port at a time.
 */
final class PlanPort {
  private static final int ALIGNMENT = 64;
  private static final int SMALLEST = 1 << 10;

  private final PlanLayout layout;
  private final long[] sizes;
  private ByteBuffer numbers = memory(SMALLEST);
  private ByteBuffer features = memory(SMALLEST);
  private int numbersUsed;
  private int featuresUsed;

  PlanPort(PlanLayout layout) {
    this.layout = layout;
    this.sizes = new long[layout.sizes()];
  }

  private static ByteBuffer memory(int bytes) {
    return ByteBuffer.allocateDirect(Math.addExact(bytes, 2 * ALIGNMENT))
        .alignedSlice(ALIGNMENT)
        .order(ByteOrder.nativeOrder());
  }

  private static ByteBuffer atLeast(ByteBuffer buffer, long bytes) {
    return buffer.capacity() >= bytes
        ? buffer
        : memory(Math.max(Math.toIntExact(bytes), 2 * Math.min(buffer.capacity(), 1 << 28)));
  }

  /** Writes a batch. */
  void write(PlanBatch batch) {
    sizes[0] = batch.rows();
    for (int input = 0; input < layout.inputs(); input++) {
      sizes[layout.time(input)] = batch.time(input);
      sizes[layout.time(input) + 1] = padded(batch, input) ? 1 : 0;
    }
    long whole = 0;
    long real = 0;
    for (int i = 0; i < layout.pieces().size(); i++) {
      Piece piece = layout.pieces().get(i);
      long size = size(piece, batch);
      boolean features = piece.content() == PlanLayout.Content.FEATURES;
      sizes[layout.piece(i)] = features ? real : whole;
      sizes[layout.piece(i) + 1] = size;
      if (features) {
        real += size;
      } else {
        whole += size;
      }
    }
    numbers = atLeast(numbers, Math.multiplyExact(whole, Long.BYTES));
    features = atLeast(features, Math.multiplyExact(real, Float.BYTES));
    numbersUsed = Math.toIntExact(whole);
    featuresUsed = Math.toIntExact(real);
    LongBuffer longs = numbers.clear().order(ByteOrder.nativeOrder()).asLongBuffer();
    FloatBuffer floats = features.clear().order(ByteOrder.nativeOrder()).asFloatBuffer();
    for (int i = 0; i < layout.pieces().size(); i++) {
      Piece piece = layout.pieces().get(i);
      int at = (int) sizes[layout.piece(i)];
      if (sizes[layout.piece(i) + 1] > 0) {
        write(piece, batch, at, longs, floats);
      }
    }
  }

  private boolean padded(PlanBatch batch, int input) {
    for (int row = 0; row < batch.rows(); row++) {
      if (batch.length(row, input) < batch.time(input)) {
        return true;
      }
    }
    return false;
  }

  private long size(Piece piece, PlanBatch batch) {
    boolean padded = sizes[layout.time(piece.input()) + 1] != 0;
    long all = (long) batch.rows() * (piece.steps() ? batch.time(piece.input()) : 1);
    return switch (piece.content()) {
      case SYMBOLS, FEATURES -> Math.multiplyExact(all, piece.width());
      case LENGTHS, LAST, REVERSAL -> padded ? all : 0;
      case REAL -> padded ? realSteps(piece.input(), batch) : 0;
    };
  }

  private static long realSteps(int input, PlanBatch batch) {
    long steps = 0;
    for (int row = 0; row < batch.rows(); row++) {
      steps += batch.length(row, input);
    }
    return steps;
  }

  private static void write(
      Piece piece, PlanBatch batch, int at, LongBuffer longs, FloatBuffer floats) {
    int input = piece.input();
    int rows = batch.rows();
    int real = at;
    for (int row = 0; row < rows; row++) {
      int length = batch.length(row, input);
      switch (piece.content()) {
        case SYMBOLS -> {
          int[] symbols = batch.symbols(row, input);
          int columns = batch.columns(input);
          int time = piece.steps() ? batch.time(input) : 1;
          for (int t = 0; t < time; t++) {
            long symbol = t < length ? symbols[t * columns + piece.column()] : 0;
            longs.put(at + t * rows + row, symbol);
          }
        }
        case FEATURES -> {
          float[] values = batch.features(row, input);
          int time = piece.steps() ? batch.time(input) : 1;
          int width = piece.width();
          for (int t = 0; t < time; t++) {
            int to = at + (t * rows + row) * width;
            if (t < length) {
              floats.put(to, values, t * width, width);
            } else {
              for (int f = 0; f < width; f++) {
                floats.put(to + f, 0);
              }
            }
          }
        }
        case LENGTHS -> longs.put(at + row, length);
        case LAST -> longs.put(at + row, (length - 1L) * rows + row);
        case REVERSAL -> {
          for (int t = 0; t < batch.time(input); t++) {
            long from = t < length ? length - 1 - t : t;
            longs.put(at + t * rows + row, from * rows + row);
          }
        }
        case REAL -> {
          for (int t = 0; t < length; t++) {
            longs.put(real++, (long) t * rows + row);
          }
        }
      }
    }
  }

  long[] sizes() {
    return sizes;
  }

  ByteBuffer numbers() {
    return numbers.clear().limit(numbersUsed * Long.BYTES);
  }

  ByteBuffer features() {
    return features.clear().limit(featuresUsed * Float.BYTES);
  }
}
