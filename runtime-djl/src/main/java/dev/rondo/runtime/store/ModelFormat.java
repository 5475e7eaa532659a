package dev.rondo.runtime.store;

import java.util.regex.Pattern;

/**
 * Names, versions and limits of the model file. The writer keeps to the limits that the reader
 * enforces, so that nothing is written that could not be read.
 */
final class ModelFormat {
  /** A newer major version cannot be read, a newer minor version can. */
  static final int MAJOR = 1;

  static final int MINOR = 3;

  /** What is written where no weight has fewer bits: nothing of it is newer. */
  static final int MINOR_OF_FLOAT32 = 2;

  /** The field of {@code model.json} that says what large weights are kept in. */
  static final String PRECISION = "precision";

  /** From this minor version on {@code model.json} has a digest of itself. */
  static final int MINOR_WITH_DIGEST = 1;

  static final String MANIFEST = "model.json";
  static final String WEIGHTS = "weights.safetensors";

  /** More than 20,000 epochs of history with room to spare. */
  static final int MANIFEST_BYTES = 16 << 20;

  /** Epochs of history that a file keeps: the last ones. */
  static final int HISTORY_EPOCHS = 20_000;

  /** The safetensors header: more than 100,000 weights. */
  static final int HEADER_BYTES = 16 << 20;

  /**
   * The largest magnitude of a weight. No training that works comes near it; a few layers beyond it
   * float32 has no room left for their products.
   */
  static final float LARGEST_WEIGHT = 1e9f;

  static final int VOCABULARY_BYTES = 64 << 20;
  static final int VOCABULARY_ENTRIES = 4_000_000;

  static final int ENTRIES = 10_000;

  /** Of a file that comes as a stream and is copied to the disk: two thousand million weights. */
  static final long STREAM_BYTES = 8L << 30;

  static final int BUFFER_BYTES = 64 << 10;

  /** What a compressed entry may unpack to, however small it is. */
  private static final int UNPACKED_BYTES = 64 << 10;

  /** Of a line with 256 chars, each escaped, with room to spare. */
  private static final int LINE_BYTES = 2_048;

  /** How many times its compressed size a text may have: those of models have less than ten. */
  private static final int TEXT_RATIO = 20;

  /** The same of weights, which hardly become smaller. */
  private static final int WEIGHTS_RATIO = 4;

  // No separator of any system, no drive, no leading dot: safe as the name of a file everywhere.
  private static final Pattern CODEC_NAME =
      Pattern.compile("[\\p{L}\\p{N}_$][\\p{L}\\p{N}_$.-]{0,99}");
  private static final Pattern ENTRY_NAME =
      Pattern.compile(CODEC_NAME.pattern() + "(/" + CODEC_NAME.pattern() + ")*");

  private ModelFormat() {}

  static boolean isCodecName(String name) {
    return CODEC_NAME.matcher(name).matches();
  }

  /** Refuses names that would leave the folder that a file is unpacked into. */
  static boolean isEntryName(String name) {
    return name.length() <= 1000 && ENTRY_NAME.matcher(name).matches();
  }

  /** Returns the most bytes that an entry of so many compressed bytes may have. */
  static long unpacked(String name, long compressed) {
    return UNPACKED_BYTES + compressed * (name.equals(WEIGHTS) ? WEIGHTS_RATIO : TEXT_RATIO);
  }

  /**
   * Returns the most entries that a codec of a model with so many bytes of weights can have: each
   * has at least one weight of its own.
   */
  static int mostLines(long weightBytes) {
    return (int) Math.min(weightBytes / Float.BYTES, VOCABULARY_ENTRIES);
  }

  /** Returns the most bytes of so many lines: no codec learns a token of more than 256 chars. */
  static long linesBytes(int lines) {
    return UNPACKED_BYTES + (long) LINE_BYTES * lines;
  }

  /** Returns how many bytes of weights are believed to be in so many compressed ones. */
  static long room(long compressed) {
    return UNPACKED_BYTES + 2 * compressed;
  }

  static String vocabulary(String codec) {
    return "vocabulary/" + codec + ".txt";
  }

  static String merges(String codec) {
    return "merges/" + codec + ".txt";
  }

  /** Returns the writer's version, for whoever wonders where a file comes from. */
  static String writer() {
    String version = ModelFormat.class.getPackage().getImplementationVersion();
    return version == null ? "Rondo" : "Rondo " + version;
  }
}
