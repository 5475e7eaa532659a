package dev.rondo.processor.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many weights a layer has: a number plus multiples of sizes known only at run time, and of
 * products of them.
 *
 * @param terms for each product of symbolic sizes, how many weights there are per unit of it; the
 *     empty product stands for the part that is known
 */
public record ParameterCount(Map<List<Dim.Symbol>, Long> terms) {
  /** A layer without weights. */
  public static final ParameterCount NONE = of(0);

  public ParameterCount {
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
  }

  /** Returns a known number of weights. */
  public static ParameterCount of(long count) {
    return new ParameterCount(count == 0 ? Map.of() : Map.of(List.of(), count));
  }

  /** Returns {@code count} weights for each unit of a size. */
  public static ParameterCount per(Dim size, long count) {
    return of(size).times(of(count));
  }

  /** Returns one weight for each unit of a size. */
  static ParameterCount of(Dim size) {
    if (size instanceof Dim.Fixed fixed) {
      return of(fixed.size());
    }
    if (size instanceof Dim.Sum sum) {
      ParameterCount all = NONE;
      for (Dim.Symbol symbol : sum.symbols()) {
        all = all.plus(of(symbol));
      }
      return all.plus(sum.fixed());
    }
    return new ParameterCount(Map.of(List.of((Dim.Symbol) size), 1L));
  }

  /** Returns the part that is known. */
  public long fixed() {
    return terms.getOrDefault(List.of(), 0L);
  }

  /** Returns this count and a known number more. */
  ParameterCount plus(long count) {
    return plus(of(count));
  }

  /** Returns the sum of both. */
  ParameterCount plus(ParameterCount other) {
    Map<List<Dim.Symbol>, Long> sum = new LinkedHashMap<>(terms);
    other.terms.forEach((product, count) -> sum.merge(product, count, Long::sum));
    return new ParameterCount(sum);
  }

  /** Returns the product of both. */
  ParameterCount times(ParameterCount other) {
    Map<List<Dim.Symbol>, Long> products = new LinkedHashMap<>();
    terms.forEach(
        (factor, count) ->
            other.terms.forEach(
                (with, times) -> products.merge(product(factor, with), count * times, Long::sum)));
    products.values().removeIf(count -> count == 0);
    return new ParameterCount(products);
  }

  private static List<Dim.Symbol> product(List<Dim.Symbol> factor, List<Dim.Symbol> with) {
    List<Dim.Symbol> product = new ArrayList<>(factor);
    product.addAll(with);
    product.sort(Comparator.comparing(ParameterCount::unit));
    return List.copyOf(product);
  }

  /**
   * Returns the count as shown to users: {@code 198,656}, {@code 64 V}, {@code 257 per constant},
   * {@code 256 per feature of readings + 12,288}.
   */
  public String text() {
    List<String> parts = new ArrayList<>();
    terms.forEach(
        (product, count) -> {
          if (!product.isEmpty()) {
            parts.add(grouped(count) + units(product));
          }
        });
    if (fixed() != 0 || parts.isEmpty()) {
      parts.add(grouped(fixed()));
    }
    return String.join(" + ", parts);
  }

  private static String units(List<Dim.Symbol> product) {
    return product.size() == 2 && product.get(0).equals(product.get(1))
        ? unit(product.get(0)) + " squared"
        : product.stream().map(ParameterCount::unit).collect(Collectors.joining());
  }

  private static String unit(Dim.Symbol size) {
    if (size instanceof Dim.Vocabulary) {
      return " V";
    }
    if (size instanceof Dim.Width width) {
      return " per feature of " + width.input();
    }
    if (size instanceof Dim.Horizon) {
      return " per step of the horizon";
    }
    if (size instanceof Dim.Outlook) {
      return " per score of the outlook";
    }
    return size instanceof Dim.Classes ? " per class" : " per constant";
  }

  private static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
