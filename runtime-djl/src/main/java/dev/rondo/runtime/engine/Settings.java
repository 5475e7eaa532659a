package dev.rondo.runtime.engine;

import java.util.Optional;

/** What an environment variable or, without one, a system property of the same name says. */
@FunctionalInterface
interface Settings {
  /** Returns a setting; empty if it is not set, or set to nothing. */
  Optional<String> get(String name);

  /** Reads the environment of this process only, as its native libraries do. */
  static Settings ofEnvironment() {
    return name -> Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }

  /** Reads this process's settings in DJL's way: the environment comes first. */
  static Settings ofProcess() {
    return name ->
        Optional.ofNullable(System.getenv(name))
            .or(() -> Optional.ofNullable(System.getProperty(name)))
            .filter(value -> !value.isBlank());
  }
}
