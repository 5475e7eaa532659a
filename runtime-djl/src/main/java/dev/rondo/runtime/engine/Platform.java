package dev.rondo.runtime.engine;

import java.util.List;
import java.util.Locale;

/**
 * A kind of machine.
 *
 * @param classifier what DJL calls it, such as {@code linux-x86_64}: the classifier of its natives
 */
record Platform(String classifier) {
  private static final List<String> SUPPORTED =
      List.of("linux-x86_64", "linux-aarch64", "osx-aarch64", "win-x86_64");

  /** Returns this machine's. */
  static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /** Returns that of the machine that Java calls so. */
  static Platform of(String system, String architecture) {
    String name = system.toLowerCase(Locale.ROOT);
    String prefix =
        name.startsWith("win") ? "win" : name.startsWith("mac") ? "osx" : name.split(" ", 2)[0];
    return new Platform(prefix + "-" + (architecture.equals("amd64") ? "x86_64" : architecture));
  }

  /** Returns whether there are PyTorch natives for it on Maven Central. */
  boolean supported() {
    return SUPPORTED.contains(classifier);
  }

  /** Returns the names of those that are supported. */
  static String allSupported() {
    return String.join(", ", SUPPORTED);
  }

  @Override
  public String toString() {
    return classifier;
  }
}
