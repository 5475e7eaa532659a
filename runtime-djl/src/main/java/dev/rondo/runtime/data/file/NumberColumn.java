package dev.rondo.runtime.data.file;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A column of numbers: {@code -1.5}, {@code 2e3}; a decimal point, no separators of thousands. A
 * whole number may be written {@code 3.0}.
 *
 * <p>A value is missing where the cell is blank, {@code NaN}, {@code NA}, {@code null} (ignoring
 * case) or {@code ?}, and where a field of JSON is null or not there. That is an error in all
 * methods but those whose result says so.
 */
public final class NumberColumn extends Column {
  private static final int LONGEST_EXACT = 1000;
  private static final int MOST_DIGITS = 18;

  private boolean missing;

  NumberColumn(Columns.Declaration declaration) {
    super(declaration);
  }

  /** Lets {@link #toFloat} and {@link #toDouble} return NaN for what is missing. */
  public NumberColumn missing() {
    missing = true;
    return this;
  }

  /** Returns the nearest {@code float}. */
  public float toFloat(Cells cells) {
    if (!cells.isAbsent(slot)) {
      float value = Decimals.toFloat(cells.characters(), cells.first(slot), cells.last(slot));
      if (Math.abs(value) <= Float.MAX_VALUE) {
        return value;
      }
      if (!Float.isNaN(value)) {
        throw wrong(cells, "a number from -3.4e38 to 3.4e38.");
      }
    }
    return (float) noNumber(cells);
  }

  /** Returns the nearest {@code double}. */
  public double toDouble(Cells cells) {
    if (!cells.isAbsent(slot)) {
      double value = Decimals.toDouble(cells.characters(), cells.first(slot), cells.last(slot));
      if (Math.abs(value) <= Double.MAX_VALUE) {
        return value;
      }
      if (!Double.isNaN(value)) {
        throw wrong(cells, "a number from -1.7e308 to 1.7e308.");
      }
    }
    return noNumber(cells);
  }

  private double noNumber(Cells cells) {
    if (missing && cells.isMissing(slot)) {
      return Double.NaN;
    }
    throw wrong(cells, "a number.");
  }

  /** Returns a whole number of 8 bits. */
  public byte toByte(Cells cells) {
    return (byte) whole(cells, Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  /** Returns a whole number of 16 bits. */
  public short toShort(Cells cells) {
    return (short) whole(cells, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /** Returns a whole number of 32 bits. */
  public int toInt(Cells cells) {
    return (int) whole(cells, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** Returns a whole number of 64 bits. */
  public long toLong(Cells cells) {
    return whole(cells, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private long whole(Cells cells, long smallest, long largest) {
    if (!cells.isAbsent(slot)) {
      char[] text = cells.characters();
      int to = cells.last(slot);
      int i = cells.first(slot);
      boolean negative = i < to && text[i] == '-';
      int start = negative ? ++i : i;
      long value = 0;
      while (i < to && text[i] >= '0' && text[i] <= '9' && i - start <= MOST_DIGITS) {
        value = 10 * value + (text[i++] - '0');
      }
      if (i == to && i > start && i - start <= MOST_DIGITS) {
        value = negative ? -value : value;
        if (value >= smallest && value <= largest) {
          return value;
        }
      } else {
        BigDecimal exact = exact(cells);
        if (exact != null
            && exact.compareTo(BigDecimal.valueOf(smallest)) >= 0
            && exact.compareTo(BigDecimal.valueOf(largest)) <= 0
            && BigDecimal.valueOf(exact.longValue()).compareTo(exact) == 0) {
          return exact.longValue();
        }
      }
    }
    throw wrong(cells, "a whole number from %s to %s.".formatted(smallest, largest));
  }

  private @Nullable BigDecimal exact(Cells cells) {
    int from = cells.first(slot);
    int count = cells.last(slot) - from;
    // longer ones take time that grows with the square of their length
    if (count <= 0 || count > LONGEST_EXACT) {
      return null;
    }
    if (!Double.isFinite(Decimals.toDouble(cells.characters(), from, from + count))) {
      return null;
    }
    return new BigDecimal(cells.characters(), from, count);
  }

  /** Returns the number as it is written; no more than 1,000 characters. */
  public BigDecimal toDecimal(Cells cells) {
    BigDecimal exact = cells.isAbsent(slot) ? null : exact(cells);
    if (exact == null) {
      throw wrong(cells, "a number.");
    }
    return exact;
  }

  /** Returns the number, or null if it is missing. */
  public @Nullable Float floatOrNull(Cells cells) {
    return cells.isMissing(slot) ? null : (Float) toFloat(cells);
  }

  /** Returns the number, or null if it is missing. */
  public @Nullable Double doubleOrNull(Cells cells) {
    return cells.isMissing(slot) ? null : (Double) toDouble(cells);
  }

  /** Returns the number, or null if it is missing. */
  public @Nullable Byte byteOrNull(Cells cells) {
    return cells.isMissing(slot) ? null : (Byte) toByte(cells);
  }

  /** Returns the number, or null if it is missing. */
  public @Nullable Short shortOrNull(Cells cells) {
    return cells.isMissing(slot) ? null : (Short) toShort(cells);
  }

  /** Returns the number, or null if it is missing. */
  public @Nullable Integer intOrNull(Cells cells) {
    return cells.isMissing(slot) ? null : (Integer) toInt(cells);
  }

  /** Returns the number, or null if it is missing. */
  public @Nullable Long longOrNull(Cells cells) {
    return cells.isMissing(slot) ? null : (Long) toLong(cells);
  }

  /** Returns the number, or null if it is missing. */
  public @Nullable BigDecimal decimalOrNull(Cells cells) {
    return cells.isMissing(slot) ? null : toDecimal(cells);
  }

  /** Returns the number; empty if it is missing. */
  public OptionalInt optionalInt(Cells cells) {
    return cells.isMissing(slot) ? OptionalInt.empty() : OptionalInt.of(toInt(cells));
  }

  /** Returns the number; empty if it is missing. */
  public OptionalLong optionalLong(Cells cells) {
    return cells.isMissing(slot) ? OptionalLong.empty() : OptionalLong.of(toLong(cells));
  }

  /** Returns the number; empty if it is missing. */
  public OptionalDouble optionalDouble(Cells cells) {
    return cells.isMissing(slot) ? OptionalDouble.empty() : OptionalDouble.of(toDouble(cells));
  }

  @Override
  @Nullable Object value(Cells cells) {
    return doubleOrNull(cells);
  }
}
