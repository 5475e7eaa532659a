package dev.rondo.processor.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many weights a layer has: a number plus multiples of sizes known only at run time.
 *
 * @param fixed the part that is known
 * @param multiples for each symbolic size, how many weights there are per unit of it
 */
public record ParameterCount(long fixed, Map<Dim.Symbol, Long> multiples) {
  /** A layer without weights. */
  public static final ParameterCount NONE = of(0);

  public ParameterCount {
    multiples = Collections.unmodifiableMap(new LinkedHashMap<>(multiples));
  }

  /** Returns a known number of weights. */
  public static ParameterCount of(long count) {
    return new ParameterCount(count, Map.of());
  }

  /** Returns {@code count} weights for each unit of a size. */
  public static ParameterCount per(Dim size, long count) {
    return size instanceof Dim.Fixed fixed
        ? of(fixed.size() * count)
        : new ParameterCount(0, Map.of((Dim.Symbol) size, count));
  }

  /** Returns this count and a known number more. */
  ParameterCount plus(long count) {
    return new ParameterCount(fixed + count, multiples);
  }

  /**
   * Returns the count as shown to users: {@code 198,656}, {@code 64 V}, {@code 257 per constant}.
   */
  public String text() {
    List<String> terms = new ArrayList<>();
    multiples.forEach((size, count) -> terms.add(grouped(count) + unit(size)));
    if (fixed != 0 || terms.isEmpty()) {
      terms.add(grouped(fixed));
    }
    return String.join(" + ", terms);
  }

  private static String unit(Dim.Symbol size) {
    return size instanceof Dim.Vocabulary ? " V" : " per constant";
  }

  private static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
