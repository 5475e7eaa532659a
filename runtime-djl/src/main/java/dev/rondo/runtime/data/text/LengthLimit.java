package dev.rondo.runtime.data.text;

import dev.rondo.data.Keep;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.StoredCodecs;
import dev.rondo.runtime.data.TooLongException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The most steps of an input that are read, and what becomes of longer ones: a codec cuts a value
 * by it before it looks at its steps. Safe for use by many threads.
 */
public final class LengthLimit {
  /** Any length. */
  public static final LengthLimit NONE = new LengthLimit("", Integer.MAX_VALUE, Keep.NOTHING);

  /** The settings of a stored codec that keep a limit. */
  static final Set<String> SETTINGS = Set.of("maxLength", "keep");

  private static final String KIND = "length";
  private static final String MOST = "maxLength";
  private static final String KEEP = "keep";

  /** No component of a record can be called so. */
  private static final String SUFFIX = ".max-length";

  private final String input;
  private final int most;
  private final Keep keep;
  private final AtomicLong cut = new AtomicLong();

  private LengthLimit(String input, int most, Keep keep) {
    this.input = input;
    this.most = most;
    this.keep = keep;
  }

  /**
   * Returns a limit.
   *
   * @param input what the user calls the input
   * @param most the most steps, at least 1
   * @throws IllegalArgumentException if there may be none
   */
  public static LengthLimit of(String input, int most, Keep keep) {
    return new LengthLimit(
        Arguments.notNull(input, "input"),
        Arguments.atLeastOne(most, "maxLength"),
        Arguments.notNull(keep, "keep"));
  }

  /**
   * Returns the limit for learning what there is: it cuts alike, but refuses and counts nothing.
   */
  public LengthLimit forLearning() {
    return keep == Keep.NOTHING ? NONE : new LengthLimit(input, most, keep);
  }

  /** Returns the most steps. */
  public int most() {
    return most;
  }

  /** Returns what is read of longer inputs. */
  public Keep keep() {
    return keep;
  }

  /** Returns how many inputs were cut so far. */
  public long cut() {
    return cut.get();
  }

  /**
   * Returns the place of the first step that is read.
   *
   * @param length the steps that there are
   */
  public int first(int length) {
    return keep == Keep.TAIL ? Math.max(0, length - most) : 0;
  }

  /** Returns how many steps are read, and counts what is cut. */
  private int read(int length) {
    if (length <= most) {
      return length;
    }
    if (keep == Keep.NOTHING) {
      throw new TooLongException(
          ("%s has %s steps, but at most %s are allowed by @MaxLength. Shorten it, set a higher"
                  + " limit where the model is trained, or write keep = HEAD or TAIL.")
              .formatted(input, length, most),
          length,
          most);
    }
    cut.incrementAndGet();
    return most;
  }

  /**
   * Returns what is read of a list.
   *
   * @throws TooLongException if it is too long, and nothing is to be kept
   */
  public <S> List<S> cut(List<S> steps) {
    int count = read(steps.size());
    int first = first(steps.size());
    return count == steps.size() ? steps : steps.subList(first, first + count);
  }

  /** Returns what is read of an array, as {@link #cut(List)} does. */
  public <S> S[] cut(S[] steps) {
    int count = read(steps.length);
    int first = first(steps.length);
    return count == steps.length ? steps : Arrays.copyOfRange(steps, first, first + count);
  }

  /** Returns what is read of an array, as {@link #cut(List)} does. */
  public float[] cut(float[] steps) {
    int count = read(steps.length);
    int first = first(steps.length);
    return count == steps.length ? steps : Arrays.copyOfRange(steps, first, first + count);
  }

  /** Returns what is read of an array, as {@link #cut(List)} does. */
  public double[] cut(double[] steps) {
    int count = read(steps.length);
    int first = first(steps.length);
    return count == steps.length ? steps : Arrays.copyOfRange(steps, first, first + count);
  }

  /** Returns what is read of an array, as {@link #cut(List)} does. */
  public int[] cut(int[] steps) {
    int count = read(steps.length);
    int first = first(steps.length);
    return count == steps.length ? steps : Arrays.copyOfRange(steps, first, first + count);
  }

  /** Returns whether any length is read. */
  public boolean isNone() {
    return most == Integer.MAX_VALUE;
  }

  private Map<String, String> settings() {
    return isNone() ? Map.of() : Map.of(MOST, Integer.toString(most), KEEP, keep.name());
  }

  /** Returns settings with those of the limit. */
  Map<String, String> with(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(settings());
    return all;
  }

  /**
   * Returns what a model file keeps of a codec that is stored in parts, with the limit.
   *
   * @param as the name of the input there
   */
  public Map<String, StoredCodec> with(Map<String, StoredCodec> parts, String as) {
    if (isNone()) {
      return parts;
    }
    Map<String, StoredCodec> all = new LinkedHashMap<>(parts);
    all.put(as + SUFFIX, new StoredCodec(KIND, settings(), List.of()));
    return all;
  }

  /**
   * Returns the limit that is stored in the settings of a codec; none if there is none.
   *
   * @param input what the user calls the input
   * @throws IllegalArgumentException if it is no limit
   */
  static LengthLimit restore(String input, StoredCodec stored) {
    if (!stored.settings().containsKey(MOST)) {
      return NONE;
    }
    double most = StoredCodecs.number(stored, MOST);
    if (most != Math.rint(most) || most < 1 || most >= Integer.MAX_VALUE) {
      throw StoredCodecs.badSetting(
          stored, MOST, StoredCodecs.setting(stored, MOST), "a whole number of at least 1");
    }
    String name = StoredCodecs.setting(stored, KEEP);
    List<String> names = Arrays.stream(Keep.values()).map(Keep::name).toList();
    if (!names.contains(name)) {
      throw StoredCodecs.badSetting(stored, KEEP, name, String.join(" or ", names));
    }
    return new LengthLimit(input, (int) most, Keep.valueOf(name));
  }

  /**
   * Returns the limit that is stored beside the parts of a codec; none if there is none.
   *
   * @param input the name of the input
   * @throws IllegalArgumentException if it is no limit
   */
  public static LengthLimit restore(String input, Map<String, StoredCodec> parts) {
    StoredCodec stored = parts.get(input + SUFFIX);
    if (stored == null) {
      return NONE;
    }
    StoredCodecs.checkKind(stored, KIND);
    StoredCodecs.setting(stored, MOST);
    return restore(input, stored);
  }
}
