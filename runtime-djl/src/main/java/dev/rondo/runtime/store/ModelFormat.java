package dev.rondo.runtime.store;

import java.util.regex.Pattern;

/**
 * Names, versions and limits of the model file. The writer keeps to the limits that the reader
 * enforces, so that nothing is written that could not be read.
 */
final class ModelFormat {
  /** A newer major version cannot be read, a newer minor version can. */
  static final int MAJOR = 1;

  static final int MINOR = 0;

  static final String MANIFEST = "model.json";
  static final String WEIGHTS = "weights.safetensors";

  /** More than 20,000 epochs of history with room to spare. */
  static final int MANIFEST_BYTES = 16 << 20;

  /** Epochs of history that a file keeps: the last ones. */
  static final int HISTORY_EPOCHS = 20_000;

  /** The safetensors header: more than 100,000 weights. */
  static final int HEADER_BYTES = 16 << 20;

  static final int VOCABULARY_BYTES = 64 << 20;
  static final int VOCABULARY_ENTRIES = 4_000_000;

  static final int ENTRIES = 10_000;

  /** Of a file that comes as a stream and is copied to the disk: two thousand million weights. */
  static final long STREAM_BYTES = 8L << 30;

  static final int BUFFER_BYTES = 64 << 10;

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
